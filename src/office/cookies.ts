import { officeAddresses } from './addresses.ts';
import type { Place } from './place.ts';

/** What a browser keeps of the office: its session, and by what it is known again. */
export type CookieName = 'office' | 'office-browser';

const DAY = 86_400;
const LASTS: Readonly<Record<CookieName, number>> = { office: 7 * DAY, 'office-browser': 180 * DAY };

/** Browsers take the prefix over https alone (RFC 6265bis section 4.1.3.1). */
function nameOf(name: CookieName, { secure }: Place): string {
  return secure ? `__Secure-${name}` : name;
}

/** @returns undefined where there is none, or it is nothing that we gave */
export function readCookie(header: string | undefined, name: CookieName, place: Place): string | undefined {
  const start = `${nameOf(name, place)}=`;
  const given = header?.split(';').map((one) => one.trim());
  const value = given?.find((one) => one.startsWith(start))?.slice(start.length);
  return value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** A `Set-Cookie` header. @param value undefined: the browser forgets it */
export function cookie(name: CookieName, value: string | undefined, place: Place): string {
  const age = value === undefined ? 0 : LASTS[name];
  const parts = [
    `${nameOf(name, place)}=${value ?? ''}`,
    `Path=${officeAddresses.root()}`,
    `Max-Age=${age}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  return [...parts, ...(place.secure ? ['Secure'] : [])].join('; ');
}
