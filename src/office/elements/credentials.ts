type MakingJSON = PublicKeyCredentialCreationOptionsJSON;
type SigningJSON = PublicKeyCredentialRequestOptionsJSON;

/** What `navigator.credentials` takes, out of JSON (WebAuthn level 3, section 5.1.8); by hand where a browser does not yet. */
export function makingOptions(json: MakingJSON): PublicKeyCredentialCreationOptions {
  const parse = PublicKeyCredential.parseCreationOptionsFromJSON;
  if (parse) return parse.call(PublicKeyCredential, json);
  return {
    ...json,
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: named(json.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

/** The same for signing. */
export function signingOptions(json: SigningJSON): PublicKeyCredentialRequestOptions {
  const parse = PublicKeyCredential.parseRequestOptionsFromJSON;
  if (parse) return parse.call(PublicKeyCredential, json);
  return {
    ...json,
    challenge: bytes(json.challenge),
    allowCredentials: named(json.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
}

function named(list: readonly PublicKeyCredentialDescriptorJSON[] | undefined) {
  return (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
}

/** What the server needs of a passkey that was made, and no more. */
export function made(credential: Credential | null): object {
  const { clientDataJSON, attestationObject } = response<AuthenticatorAttestationResponse>(credential);
  return whole(credential, { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) });
}

/** The same of what one signed. */
export function signed(credential: Credential | null): object {
  const given = response<AuthenticatorAssertionResponse>(credential);
  return whole(credential, {
    clientDataJSON: text(given.clientDataJSON),
    authenticatorData: text(given.authenticatorData),
    signature: text(given.signature),
    userHandle: given.userHandle && text(given.userHandle),
  });
}

function response<Kind extends AuthenticatorResponse>(credential: Credential | null): Kind {
  if (!credential) throw new Error('none');
  return (credential as PublicKeyCredential).response as Kind;
}

function whole(credential: Credential | null, response: object): object {
  const { id, type } = credential as PublicKeyCredential;
  return { id, rawId: id, type, response };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
