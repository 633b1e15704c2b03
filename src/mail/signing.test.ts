import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type Mail, messageMaker } from './mail.ts';

const mail: Mail = {
  from: { name: 'Amína K. via United by Common Bonds', address: 'letters@letters.coalition.example' },
  replyTo: { name: 'أمينة\r\nBcc: x@mail.example', address: 'amina@mail.example' },
  to: 'minister@gov.example',
  subject: `Justice ${'👩🏾‍⚖️'.repeat(40)}\r\nX-Evil: 1`,
  text: 'A line.\n.\nA line that begins after a lone dot.\n',
  lang: 'ar',
  at: new Date('2026-07-17T10:00:00Z'),
  automatic: false,
};

describe('a message', () => {
  it('carries a signature of our domain that holds (RFC 6376)', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dkim-'));
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const make = messageMaker({
      MAIL_DOMAIN: 'letters.coalition.example',
      DKIM_SELECTOR: 's1',
      DKIM_KEY_FILE: join(folder, 'key.pem'),
    });
    const { bytes } = await make(mail, 'bounce+x@letters.coalition.example');
    const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
    const { results } = await dkimVerify(bytes, { resolver: async () => [[record]] });
    expect(results.map(({ status, signingDomain }) => [status.result, signingDomain])).toEqual([
      ['pass', 'letters.coalition.example'],
    ]);
    await rm(folder, { recursive: true });
  });

  const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const secret = { type: 'pkcs8', format: 'pem' } as const;
  it.each([
    ['of another kind', generateKeyPairSync('ed25519').privateKey.export(secret)],
    ['that is public', pair.publicKey.export({ type: 'spki', format: 'pem' })],
    ['behind a password', pair.privateKey.export({ ...secret, cipher: 'aes-256-cbc', passphrase: 'x' })],
    ['that is short', generateKeyPairSync('rsa', { modulusLength: 768 }).privateKey.export(secret)],
    ['that is none', 'x'],
    ['that is not there', ''],
  ])('is never made to leave without one, where one is wanted, for a key %s', async (_, key) => {
    const folder = await mkdtemp(join(tmpdir(), 'dkim-'));
    await writeFile(join(folder, 'key.pem'), key);
    const settings = { MAIL_DOMAIN: 'x.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: join(folder, 'key.pem') };
    expect(() => messageMaker(settings)).toThrow('holds no private key that signs');
    await rm(folder, { recursive: true });
  });

  it('lets no word that somebody typed become a header', async () => {
    const make = messageMaker({
      MAIL_DOMAIN: 'letters.coalition.example',
      DKIM_SELECTOR: undefined,
      DKIM_KEY_FILE: undefined,
    });
    const { bytes } = await make(mail, 'bounce+x@letters.coalition.example');
    const heads = bytes.toString().split('\r\n\r\n')[0] ?? '';
    expect(heads).not.toMatch(/^(bcc|x-evil):/im);
    expect(heads).not.toMatch(/^auto-submitted:/im);
    expect(heads).toMatch(/^content-language: ar$/im);
    expect(heads).toMatch(/^message-id:\s+<[0-9a-f-]{36}@letters\.coalition\.example>$/im);
  });

  it('shows its reader what was typed, not what it would decode to (RFC 2047)', async () => {
    const make = messageMaker({
      MAIL_DOMAIN: 'letters.coalition.example',
      DKIM_SELECTOR: undefined,
      DKIM_KEY_FILE: undefined,
    });
    const words = '=?utf-8?b?aHR0cHM6Ly9ldmlsLmV4YW1wbGUvIGNsaWNr?=';
    const typed = { ...mail, subject: words, replyTo: { name: words, address: 'amina@mail.example' } };
    const read = await simpleParser((await make(typed, 'bounce+x@letters.coalition.example')).bytes);
    expect(JSON.stringify([read.subject, read.replyTo])).not.toContain('evil.example');
  });
});
