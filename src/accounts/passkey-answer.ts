import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { PasskeyRow } from './passkey-queries.ts';
import type { RelyingParty } from './relying-party.ts';
import { webauthn } from './webauthn.ts';

/** ES256, EdDSA, RS256 (RFC 9053, RFC 8812): each passkey there is can do one of them. */
export const ALGORITHMS = [-7, -8, -257];

const bytes = z.string().regex(/^[\w-]+$/);
const common = { id: bytes, rawId: bytes, type: z.literal('public-key') };
const made = z.object({ ...common, response: z.object({ clientDataJSON: bytes, attestationObject: bytes }) });
const signed = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish(),
  }),
});

export type MadeAnswer = z.infer<typeof made>;
export type SignedAnswer = z.infer<typeof signed>;

/** A passkey as a browser made it. */
export interface MadePasskey {
  readonly id: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** What a browser posted of a passkey that it made; undefined for anything else. */
export const readMade = (text: string): MadeAnswer | undefined => read(made, text);
/** What a browser posted that a passkey signed; undefined for anything else. */
export const readSigned = (text: string): SignedAnswer | undefined => read(signed, text);

function read<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The challenge that an answer says it answers; what it says proves nothing. */
export function challengeOf(answer: MadeAnswer | SignedAnswer): string {
  const { challenge } = saidBy(answer);
  return typeof challenge === 'string' ? challenge : '';
}

/** What a browser says beside it (WebAuthn level 3, section 5.8.1). */
function saidBy({ response }: MadeAnswer | SignedAnswer): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')) ?? {};
  } catch {
    return {};
  }
}

/** Nobody makes or uses a passkey of ours in a frame of theirs; the library lets it pass where a browser does not name the other site. */
function isInFrame(answer: MadeAnswer | SignedAnswer): boolean {
  const { crossOrigin, topOrigin } = saidBy(answer);
  return Boolean(crossOrigin) || topOrigin !== undefined;
}

/** @returns undefined where it is for another site or challenge, was made without asking its person, or is broken */
export async function verifyMade(
  answer: MadeAnswer,
  expectedChallenge: string,
  { id, origin }: RelyingParty,
): Promise<MadePasskey | undefined> {
  if (isInFrame(answer)) return undefined;
  const response: RegistrationResponseJSON = { ...answer, clientExtensionResults: {} };
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await verifyRegistrationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: id },
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { credential } = verified.registrationInfo;
  return {
    id: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
  };
}

/** @returns how often the passkey says that it was used; undefined where it did not sign this, here, for its person */
export async function verifySigned(
  answer: SignedAnswer,
  expectedChallenge: string,
  { id, origin }: RelyingParty,
  passkey: PasskeyRow,
): Promise<number | undefined> {
  if (isInFrame(answer)) return undefined;
  const { userHandle, ...signature } = answer.response;
  const response: AuthenticationResponseJSON = { ...answer, response: signature, clientExtensionResults: {} };
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: id },
    // Counters are looked at where they are kept: one that stands still is none of its failures.
    credential: { id: answer.id, publicKey: new Uint8Array(passkey.public_key), counter: 0 },
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  return userHandle && !isHandleOf(userHandle, passkey) ? undefined : verified.authenticationInfo.newCounter;
}

/** What a passkey keeps of whose it is: an id that says nothing of them. */
export function userHandle(actor: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(actor.replaceAll('-', ''), 'hex'));
}

function isHandleOf(handle: string, { actor_id }: PasskeyRow): boolean {
  return Buffer.from(handle, 'base64url').equals(Buffer.from(userHandle(actor_id)));
}
