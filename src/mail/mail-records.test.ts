import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDns } from '../../test/support/dns.ts';
import { findMailRecords } from './mail-records.ts';

let folder: string;
let DKIM_KEY_FILE: string;
let ours: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-dkim-'));
  DKIM_KEY_FILE = join(folder, 'dkim.pem');
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(DKIM_KEY_FILE, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  ours = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
});
afterAll(() => rm(folder, { recursive: true }));

const MAIL_DOMAIN = 'letters.justice.internal';
const at = () => ({ MAIL_DOMAIN, DKIM_SELECTOR: 'cb', DKIM_KEY_FILE });
const key = 'cb._domainkey.letters.justice.internal';

it('says what DNS has, each where it was found, and that the key is ours', async () => {
  const dns = await startDns({
    [MAIL_DOMAIN]: { txt: ['other=1', 'v=spf1 include:relay.internal -all'], mx: ['mx.justice.internal'] },
    [key]: { txt: [`v=DKIM1; k=rsa; p=${ours}`] },
    '_dmarc.justice.internal': { txt: ['v=DMARC1; p=none'] },
  });
  expect(await findMailRecords(at(), [dns.server])).toEqual([
    { kind: 'spf', name: MAIL_DOMAIN, is: 'found', says: ['v=spf1 include:relay.internal -all'] },
    { kind: 'dkim', name: key, is: 'found', says: [`v=DKIM1; k=rsa; p=${ours}`] },
    { kind: 'dmarc', name: '_dmarc.justice.internal', is: 'found', says: ['v=DMARC1; p=none'] },
    { kind: 'mx', name: MAIL_DOMAIN, is: 'found', says: ['10 mx.justice.internal'] },
  ]);
  dns.stop();
});

it('tells what is not there, and a key that is another', async () => {
  const dns = await startDns({ [MAIL_DOMAIN]: {}, [key]: { txt: ['v=DKIM1; p=AAAA'] } });
  const found = await findMailRecords(at(), [dns.server]);
  expect(found.map(({ kind, is }) => [kind, is])).toEqual([
    ['spf', 'none'],
    ['dkim', 'other-key'],
    ['dmarc', 'none'],
    ['mx', 'none'],
  ]);
  dns.stop();
});

it('waits for no resolver longer than two seconds', async () => {
  const silent = await startDns();
  const began = performance.now();
  const found = await findMailRecords(at(), [silent.server]);
  expect(new Set(found.map(({ is }) => is))).toEqual(new Set(['no-resolver']));
  expect(performance.now() - began).toBeLessThan(4_000);
  silent.stop();
});

it('asks nobody about a domain that can be nobody’s', async () => {
  expect(await findMailRecords({ ...at(), MAIL_DOMAIN: 'letters.justice.example' }, ['127.0.0.1:9'])).toEqual([]);
});
