import { address } from '../http/address.ts';

/** Where the people who run this work. Everything is below /office, so that its cookies are sent nowhere else. */
export const officeAddresses = {
  root: address('/office'),
  home: address('/office/:lang'),
  signIn: address('/office/:lang/sign-in'),
  code: address('/office/:lang/sign-in/code'),
  passkeySignIn: address('/office/:lang/sign-in/passkey'),
  askPasskey: address('/office/:lang/sign-in/passkey/ask'),
  signOut: address('/office/:lang/sign-out'),
  begin: address('/office/:lang/begin/:token'),
  setUp: address('/office/:lang/set-up'),
  prove: address('/office/:lang/prove'),
  passkeyProof: address('/office/:lang/prove/passkey'),
  askProof: address('/office/:lang/prove/passkey/ask'),
  account: address('/office/:lang/account'),
  endSessions: address('/office/:lang/account/end-sessions'),
  recoveryCodes: address('/office/:lang/account/recovery-codes'),
  passkeys: address('/office/:lang/account/passkeys'),
  askNewPasskey: address('/office/:lang/account/passkeys/ask'),
  passkey: address('/office/:lang/account/passkeys/:id'),
  removePasskey: address('/office/:lang/account/passkeys/:id/remove'),
  removeApp: address('/office/:lang/account/remove-app'),
  staff: address('/office/:lang/staff'),
} as const;
