import { isIP } from 'node:net';
import type { Settings } from '../config/settings.ts';

/** For whom passkeys are made, as browsers hold them to it (WebAuthn level 3, section 5.1.2). */
export interface RelyingParty {
  /** The host: a passkey works for no other. */
  readonly id: string;
  readonly origin: string;
}

/** By the address of the site alone, whatever a request says; undefined where there is no name, as passkeys are for none but names. */
export function relyingParty({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): RelyingParty | undefined {
  const { hostname, origin } = new URL(PUBLIC_URL);
  return isIP(hostname.replace(/^\[|\]$/g, '')) > 0 ? undefined : { id: hostname, origin };
}
