import { describe, expect, it } from 'vitest';
import { cookie, readCookie } from './cookies.ts';
import { isBehindUntrustedProxy, isFromHere, placeOf } from './place.ts';

const site = { PUBLIC_URL: 'https://justice.example' };
const asked = (protocol: string, host: string) => ({ protocol, headers: { host } });

describe('the office', () => {
  it.each([
    ['https', 'justice.example', 'https://justice.example'],
    ['http', 'localhost:3000', 'http://localhost:3000'],
    ['http', '127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http', 'office.localhost', 'http://office.localhost'],
  ])('answers by %s at %s', (protocol, host, origin) => {
    expect(placeOf(site, asked(protocol, host))).toEqual({ origin, secure: protocol === 'https' });
    expect(isBehindUntrustedProxy(site, asked(protocol, host))).toBe(false);
  });

  it.each([
    ['https', 'elsewhere.example', false],
    ['https', 'justice.example:8443', false],
    ['https', 'localhost.elsewhere.example', false],
    ['http', 'elsewhere.example', false],
    ['http', '', false],
    // TLS ended in front of it, and nothing that it trusts says so.
    ['http', 'justice.example', true],
    ['http', 'justice.example:443', true],
  ])('does not answer by %s at “%s”; a proxy that is not trusted is told of: %s', (protocol, host, behind) => {
    expect(placeOf(site, asked(protocol, host))).toBeUndefined();
    expect(isBehindUntrustedProxy(site, asked(protocol, host))).toBe(behind);
  });

  it('knows who sits at the machine: by its name, from its address, over no proxy', () => {
    const here = { ip: '127.0.0.1', headers: { host: 'localhost:3000' } };
    expect(isFromHere(here)).toBe(true);
    expect(isFromHere({ ...here, ip: '::1' })).toBe(true);
    expect(isFromHere({ ...here, ip: '192.0.2.1' })).toBe(false);
    expect(isFromHere({ ...here, headers: { host: 'justice.example' } })).toBe(false);
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'])
      expect(isFromHere({ ...here, headers: { ...here.headers, [header]: '127.0.0.1' } }), header).toBe(false);
  });

  it('names its cookies so that browsers keep them over https alone, where it is reached so', () => {
    const value = 'x'.repeat(43);
    const secure = { origin: 'https://justice.example', secure: true };
    const plain = { origin: 'http://localhost:3000', secure: false };
    expect(cookie('office', value, secure)).toBe(
      `__Secure-office=${value}; Path=/office; Max-Age=604800; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(readCookie(`office=${value}`, 'office', secure)).toBeUndefined();
    expect(readCookie(`__Secure-office=${value}`, 'office', secure)).toBe(value);
    expect(readCookie(`__Secure-office=${value}`, 'office', plain)).toBeUndefined();
    expect(cookie('office', undefined, plain)).toContain('Max-Age=0');
  });
});
