import { address } from '../http/address.ts';

/** Where the people who run this work. Everything is below /office, so that its cookies are sent nowhere else. */
export const officeAddresses = {
  root: address('/office'),
  home: address('/office/:lang'),
  signIn: address('/office/:lang/sign-in'),
  code: address('/office/:lang/sign-in/code'),
  signOut: address('/office/:lang/sign-out'),
  begin: address('/office/:lang/begin/:token'),
  setUp: address('/office/:lang/set-up'),
  prove: address('/office/:lang/prove'),
  account: address('/office/:lang/account'),
  endSessions: address('/office/:lang/account/end-sessions'),
  recoveryCodes: address('/office/:lang/account/recovery-codes'),
  staff: address('/office/:lang/staff'),
} as const;
