import { Secret, TOTP } from 'otpauth';

/** Seconds of one code (RFC 6238 section 5.2). */
const PERIOD = 30;

/** What every authenticator app can do: SHA-1, six digits, thirty seconds. */
const WAYS = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const;

/** The secret of an app that is being set up, in base32: 160 bits (RFC 4226 section 4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app reads, by its camera or a link. @param issuer who runs the site @param label whose account */
export function totpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...WAYS, issuer, label, secret }).toString();
}

/**
 * The step of the code that somebody typed: the one of now, or the one before or after it, as clocks differ (RFC 6238 section 6).
 * @returns undefined for any other
 */
export function stepOf(secret: string, typed: string, now = Date.now()): number | undefined {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = new TOTP({ ...WAYS, secret }).validate({ token, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1_000 / PERIOD) + delta;
}

/** The code of now, as an app shows it; for tests, which are one. */
export function totpCode(secret: string, now = Date.now()): string {
  return new TOTP({ ...WAYS, secret }).generate({ timestamp: now });
}

/** Whether it is a secret that we made: nothing else is set up. */
export function isTotpSecret(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text);
}
