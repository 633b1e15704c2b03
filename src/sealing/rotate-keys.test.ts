import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { acceptAction } from '../actions/accept-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { parseRing } from '../config/key-file.ts';
import { deriveKeys, type KeyRing } from '../config/keys.ts';
import type { App } from '../http/app.ts';
import { bounceIdOf, newBounceId, returnPathOf } from '../mail/return-path.ts';
import { personalDataOf } from '../supporters/export-data.ts';
import { readMailbox } from '../text/mailbox.ts';
import { dropKey } from './drop-key.ts';
import { keysInUse } from './keys-in-use.ts';
import { listKeys } from './list-keys.ts';
import { openLink, sealLink } from './mailed-link.ts';
import { joinProcesses } from './processes.ts';
import { UNREADABLE } from './read-sealed.ts';
import { resealWhatIsLeft } from './reseal.ts';
import { rotateKeys } from './rotate-keys.ts';
import { supporterKey } from './sealing.ts';
import { isSealingOtherwise } from './sealing-key-queries.ts';

let platform: Platform;
let folder: string;
let endings: (() => Promise<void>)[];
const root = randomBytes(32);
beforeEach(async () => {
  platform = await startPlatform();
  folder = await mkdtemp(join(tmpdir(), 'rotate-'));
  await writeFile(keyFile(), root.toString('base64'));
  endings = [];
});
afterEach(async () => {
  await Promise.all(endings.map((end) => end()));
  await platform.stop();
  await rm(folder, { recursive: true });
});

const keyFile = (name = 'sealing.key') => join(folder, name);
const settings = (file = keyFile()) => ({
  DATA_DIR: folder,
  SEALING_KEY: undefined,
  SEALING_KEY_FILE: file,
  LINK_DAYS: 365,
  TIME_ZONE: 'UTC',
});

interface Process {
  readonly app: App;
  readonly keys: KeyRing;
}

/** What a process of its own would hold, which hears of others as processes do. */
async function aProcess(file?: string): Promise<Process> {
  const keys = await keysInUse(settings(file), platform.app.database, { make: false });
  const { leave } = await joinProcesses(platform.app.database, keys, () => {}, 0.02);
  endings.push(leave);
  return { app: { ...platform.app, keys }, keys };
}

/** What `npm run key` works with. */
async function operator() {
  const keys = await keysInUse(settings(), platform.app.database, { make: false });
  return { settings: settings(), database: platform.app.database, keys, by: SYSTEM };
}

async function joins({ app }: Process, email: string): Promise<void> {
  const mailbox = readMailbox(email);
  if (!mailbox) throw new Error('no address');
  const { campaignId } = platform;
  const action = {
    kind: 'pledge',
    mailbox,
    campaignId,
    lang: 'en',
    country: 'KEN',
    consents: [],
    letters: [],
  } as const;
  await acceptAction(app, { ...action, details: { name: 'Amina K.' } });
}

const addressIn = async ({ app, keys }: Process, email: string) =>
  (await personalDataOf(app, supporterKey(keys, email)))?.address;

const quiet = () => {};

describe('a rotation', () => {
  it('goes on beside two processes in use, of which each opens what the other sealed', async () => {
    const processes = [await aProcess(), await aProcess()] as const;
    const emails: string[] = [];
    let rotating = true;
    const use = async (one: Process, name: string) => {
      for (let action = 0; rotating || action < 10; action += 1) {
        emails.push(`${name}${action}@mail.example`);
        await joins(one, `${name}${action}@mail.example`);
      }
    };
    const using = Promise.all([use(processes[0], 'first'), use(processes[1], 'second')]);
    await vi.waitFor(() => expect(emails.length).toBeGreaterThan(20));
    const done = await rotateKeys(await operator(), quiet);
    rotating = false;
    await using;
    expect(done.values).toBeGreaterThan(0);
    for (const one of processes)
      expect(await Promise.all(emails.slice(-200).map((email) => addressIn(one, email)))).toEqual(emails.slice(-200));
    await resealWhatIsLeft(processes[0].app);
    const [first, second] = await listKeys(processes[0].app);
    expect(first).toMatchObject({ number: 1, state: 'opens what is older', values: 0 });
    expect(second).toMatchObject({ number: 2, state: 'seals what is new', values: 2 * emails.length });
  });

  it('begins only once every process holds the key, and says whose does not', async () => {
    await writeFile(keyFile('elsewhere.key'), root.toString('base64'));
    const elsewhere = await aProcess(keyFile('elsewhere.key'));
    await expect(rotateKeys(await operator(), quiet, 100)).rejects.toThrow(`${hostname()} does not hold key 2`);
    await joins(elsewhere, 'before@mail.example');
    expect((await listKeys(elsewhere.app)).map(({ state }) => state)).toEqual(['seals what is new', 'not used yet']);
    await writeFile(keyFile('elsewhere.key'), await readFile(keyFile()));
    await rotateKeys(await operator(), quiet);
    expect(parseRing(await readFile(keyFile(), 'utf8'))?.roots.size).toBe(2);
    expect(elsewhere.keys.current.number).toBe(2);
    expect(await addressIn(elsewhere, 'before@mail.example')).toBe('before@mail.example');
  });

  it('that was killed goes on where it was, by itself or by the next call', async () => {
    const one = await aProcess();
    await joins(one, 'early@mail.example');
    const stopped = rotateKeys(await operator(), (line) => {
      if (line.includes('seals what is new')) throw new Error('killed');
    });
    await expect(stopped).rejects.toThrow('killed');
    await vi.waitFor(() => expect(one.keys.current.number).toBe(2));
    // The others know it once the process has said so: until then nothing is complete.
    await vi.waitFor(async () => expect(await isSealingOtherwise(one.app.database, 2, 'may be up')).toBe(false));
    expect((await listKeys(one.app)).map(({ values }) => values)).toEqual([2, 0]);
    expect(await resealWhatIsLeft(one.app)).toMatchObject({ values: 2, broken: 0, complete: true });
    expect(await resealWhatIsLeft(one.app)).toBeUndefined();
    const again = rotateKeys(await operator(), (line) => {
      if (line.includes('is there')) throw new Error('killed');
    });
    await expect(again).rejects.toThrow('killed');
    await rotateKeys(await operator(), quiet);
    expect((await listKeys(one.app)).map(({ number, values }) => [number, values])).toEqual([
      [1, 0],
      [2, 0],
      [3, 2],
    ]);
  });

  it('is one at a time', async () => {
    await aProcess();
    const both = await Promise.allSettled([rotateKeys(await operator(), quiet), rotateKeys(await operator(), quiet)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await listKeys({ ...platform.app, ...(await operator()) })).length).toBe(2);
  });

  it('leaves links, return paths and supporters known, and what was moved as it is', async () => {
    const one = await aProcess();
    for (const name of ['amina', 'bilal']) await joins(one, `${name}@mail.example`);
    const who = supporterKey(one.keys, 'amina@mail.example');
    const token = sealLink(one.keys, 'status', who, crypto.randomUUID());
    const bounceId = newBounceId();
    const path = returnPathOf(one.keys, bounceId, 'letters.example');
    await platform.fresh.pool.query(
      'UPDATE supporters s SET address_sealed = (SELECT address_sealed FROM supporters o WHERE o.key <> s.key LIMIT 1) WHERE key = $1',
      [who],
    );
    expect(await rotateKeys(await operator(), quiet)).toMatchObject({ values: 3, broken: 1, complete: true });
    expect(supporterKey(one.keys, 'amina@mail.example')).toEqual(who);
    expect(openLink(one.keys, 'status', token)?.supporterKey).toEqual(who);
    expect(bounceIdOf(one.keys, path)).toEqual(bounceId);
    expect(await addressIn(one, 'amina@mail.example')).toBe(UNREADABLE);
  });

  it('of keys that are given by a setting is done by whoever sets it', async () => {
    const said: string[] = [];
    const given = { ...settings(), SEALING_KEY: root.toString('base64') };
    const keys = await keysInUse(given, platform.app.database, { make: false });
    const rotating = () =>
      rotateKeys(
        { settings: given, database: platform.app.database, keys, by: SYSTEM },
        (line) => said.push(line),
        100,
      );
    await expect(rotating()).rejects.toThrow('SEALING_KEY');
    expect(await listKeys({ ...platform.app, keys })).toHaveLength(1);
    given.SEALING_KEY = [given.SEALING_KEY, ...said.map((line) => line.split(': ').at(-1))].join(', ');
    expect(await rotating()).toMatchObject({ complete: true });
    expect(keys.current.number).toBe(2);
  });
});

describe('what was sealed before keys had numbers', () => {
  function sealedOf(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', deriveKeys(root).current.sealing, nonce);
    return Buffer.concat([Buffer.of(1), nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  }

  it('opens, is bound to its row by the duty, and opens no more after that', async () => {
    const who = supporterKey(deriveKeys(root), 'old@mail.example');
    const values = { key: who, address_sealed: sealedOf('old@mail.example') };
    await platform.app.database.insertInto('supporters').values(values).execute();
    const one = await aProcess();
    expect(await addressIn(one, 'old@mail.example')).toBe('old@mail.example');
    expect(await listKeys(one.app)).toMatchObject([{ number: 1, values: 1 }]);
    expect(await resealWhatIsLeft(one.app)).toMatchObject({ values: 1, complete: true });
    expect(await addressIn(one, 'old@mail.example')).toBe('old@mail.example');
    await vi.waitFor(() => expect(one.keys.opensUnbound).toBe(false));
    await platform.app.database.updateTable('supporters').set(values).execute();
    expect(await addressIn(one, 'old@mail.example')).toBe(UNREADABLE);
  });
});

describe('dropping a key', () => {
  it('waits for links, takes it out of the file and every process, and supporters are found as before', async () => {
    const one = await aProcess();
    await joins(one, 'amina@mail.example');
    await rotateKeys(await operator(), quiet);
    const dropping = await operator();
    await expect(dropKey(dropping, 2, true, quiet)).rejects.toThrow('rotate first');
    await expect(dropKey(dropping, 1, false, quiet)).rejects.toThrow('--links-too');
    await dropKey(dropping, 1, false, quiet, new Date(Date.now() + 366 * 86_400_000));
    await vi.waitFor(() => expect(one.keys.available.map(({ number }) => number)).toEqual([2]));
    const ring = parseRing(await readFile(keyFile(), 'utf8'));
    expect([...(ring?.roots.keys() ?? [])]).toEqual([2]);
    const restarted = await aProcess();
    expect(restarted.keys.opensUnbound).toBe(false);
    expect(await addressIn(restarted, 'amina@mail.example')).toBe('amina@mail.example');
    await expect(dropKey(await operator(), 1, true, quiet)).rejects.toThrow('no key 1');
    expect((await listKeys(restarted.app)).map(({ state }) => state)).toEqual(['dropped', 'seals what is new']);
  });

  it('waits for processes that may still seal with it', async () => {
    await aProcess();
    await rotateKeys(await operator(), quiet);
    await platform.fresh.pool.query(
      `INSERT INTO processes (id, host, seen_at, holds, seals_with)
        VALUES (gen_random_uuid(), 'frozen', now() - interval '50 minutes', '{1}', 1)`,
    );
    await expect(dropKey(await operator(), 1, true, quiet)).rejects.toThrow('fell silent');
  });
});
