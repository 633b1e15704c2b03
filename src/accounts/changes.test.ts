import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { selectEntries } from '../audit/audit-queries.ts';
import type { Keys } from '../config/keys.ts';
import { keysInUse } from '../sealing/keys-in-use.ts';
import { unseal } from '../sealing/sealing.ts';
import {
  accountOfActor,
  addAccount,
  askInAgain,
  changeRole,
  findAccount,
  readAddress,
  removeAccount,
} from './accounts.ts';
import { newTotpSecret, totpCode } from './authenticator.ts';
import {
  askNewAddress,
  askRecovery,
  changesOf,
  confirmAddress,
  makeConfirmLink,
  makeStopLink,
  openConfirmLink,
  settleChanges,
  stopByLink,
} from './changes.ts';
import { factorsOf, setUpApp } from './factors.ts';
import { makeRecoveryLink, openAccountLink, takeAccountLink } from './links.ts';
import { beginSession, sessionsOf } from './sessions.ts';

const settings = { DATA_DIR: '/nowhere', SEALING_KEY: randomBytes(32).toString('base64') };
const AMINA = 'amina@staff.example';
const BILAL = 'bilal@staff.example';
const browser = { token: 'here', words: 'firefox linux' };

let fresh: FreshDatabase;
let keys: Keys;
let amina: ActorId;
let bilal: ActorId;
let recovered: ActorId[];
beforeEach(async () => {
  fresh = await freshDatabase();
  keys = await keysInUse(settings, fresh.database, { make: false });
  recovered = [];
  for (const [email, name] of [
    [AMINA, 'Amina K.'],
    [BILAL, 'Bilal N.'],
  ] as const)
    await addAccount(how(SYSTEM), { email, name, role: 'administrator' });
  [amina, bilal] = [await actorOf(AMINA), await actorOf(BILAL)];
});
afterEach(() => fresh.drop());

const how = (by: ActorId) => ({ database: fresh.database, keys, by });
const actorOf = async (email: string) =>
  (await findAccount(fresh.database, keys, readAddress(email)))?.actor_id as ActorId;
const tell = async () => {};
const settle = () => settleChanges(how(SYSTEM), async (_, actor) => void recovered.push(actor));
const late = () => fresh.pool.query(`UPDATE account_changes SET due_at = now() - interval '1 second'`);
const operations = async () => (await selectEntries(fresh.database, {}, 100)).map(({ operation }) => operation);
const withApp = async (actor: ActorId) => {
  const secret = newTotpSecret();
  await fresh.database
    .transaction()
    .execute((trx) => setUpApp(trx, { keys }, actor, { secret, typed: totpCode(secret) }));
};

describe('recovery', () => {
  it('takes effect after its delay, once its person was told', async () => {
    await withApp(bilal);
    await askRecovery(how(amina), BILAL, 24, tell);
    const [change] = await changesOf(fresh.database, bilal);
    expect(Math.round(((change?.due_at.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(24);
    await makeStopLink(fresh.database, bilal, 'recovery');
    expect([await settle(), recovered]).toEqual([0, []]);
    await late();
    expect([await settle(), recovered, await changesOf(fresh.database, bilal)]).toEqual([1, [bilal], []]);
    expect(await settle()).toBe(0);
  });

  it('waits for as long as its mail was not made', async () => {
    await withApp(bilal);
    await askRecovery(how(amina), bilal, 24, tell);
    await late();
    expect([await settle(), recovered]).toEqual([0, []]);
  });

  it('is stopped by its link, once, and leaves everything as it was', async () => {
    await withApp(bilal);
    await askRecovery(how(amina), BILAL, 24, tell);
    const former = (await makeStopLink(fresh.database, bilal, 'recovery')) ?? '';
    const token = (await makeStopLink(fresh.database, bilal, 'recovery')) ?? '';
    expect(await stopByLink(fresh.database, former)).toBe(false);
    expect(await stopByLink(fresh.database, token)).toBe(true);
    expect(await stopByLink(fresh.database, token)).toBe(false);
    await late();
    expect([await settle(), (await factorsOf(fresh.database, bilal)).app]).toEqual([0, true]);
    expect((await operations()).slice(0, 2)).toEqual(['accounts.stop-recovery', 'accounts.ask-recovery']);
  });

  it('is nobody’s of themselves, nor of whoever may not, nor of whoever has nothing to recover', async () => {
    await expect(askRecovery(how(amina), AMINA, 24, tell)).rejects.toMatchObject({ why: 'own' });
    await expect(askRecovery(how(amina), BILAL, 24, tell)).rejects.toMatchObject({ why: 'waiting' });
    await withApp(amina);
    await changeRole(how(amina), BILAL, 'editor');
    await expect(askRecovery(how(bilal), AMINA, 24, tell)).rejects.toMatchObject({ why: 'may-not' });
    expect(await changesOf(fresh.database, amina)).toEqual([]);
  });

  it('ends what there was when its link is taken, and not before', async () => {
    await withApp(bilal);
    await fresh.database.transaction().execute((trx) => beginSession(trx, bilal, 'signed-in', browser));
    await askNewAddress(how(SYSTEM), { actor_id: bilal }, 'elsewhere@new.example', tell);
    const token = await makeRecoveryLink(fresh.database, bilal);
    expect(await openAccountLink(fresh.database, token)).toMatchObject({ recovers: true });
    expect(await factorsOf(fresh.database, bilal)).toMatchObject({ app: true, codes: 10 });
    const begun = await takeAccountLink(how(SYSTEM), token, { name: 'Somebody', email: '', lang: 'en' }, browser);
    expect(begun).toMatchObject({ actor: bilal });
    expect(await factorsOf(fresh.database, bilal)).toEqual({ app: false, passkeys: 0, codes: 0 });
    expect((await sessionsOf(fresh.database, bilal)).map(({ stage, name }) => [stage, name])).toEqual([
      ['setting-up', 'Bilal N.'],
    ]);
    expect(await changesOf(fresh.database, bilal)).toEqual([]);
  });
});

describe('an invitation', () => {
  it('is sent again to whoever has nothing to sign in with yet, with an entry, and to nobody else', async () => {
    const told: ActorId[] = [];
    const again = (by: ActorId) => askInAgain(how(by), BILAL, async (_, actor) => void told.push(actor));
    await again(amina);
    expect([told, (await operations())[0]]).toEqual([[bilal], 'accounts.invite']);
    await withApp(bilal);
    await expect(again(amina)).rejects.toMatchObject({ why: 'known' });
    await expect(again(bilal)).rejects.toMatchObject({ why: 'own' });
    expect(told).toEqual([bilal]);
  });
});

describe('another address', () => {
  const ask = (typed: string) => askNewAddress(how(SYSTEM), { actor_id: amina }, typed, tell);
  const told = async () => {
    await makeStopLink(fresh.database, amina, 'address');
    return (await makeConfirmLink(fresh.database, amina)) ?? '';
  };
  const confirm = (token: string, actor_id = amina) => confirmAddress(fresh.database, { actor_id }, token);

  it('holds after a day, once it was confirmed, sealed for its place, with an entry that does not say it', async () => {
    expect(await ask('Amina@new.example')).toBe('asked');
    const token = await told();
    expect([await confirm(token), await settle()]).toEqual([true, 0]);
    await late();
    expect(await settle()).toBe(1);
    const account = await accountOfActor(fresh.database, amina);
    expect(await actorOf('amina@new.example')).toBe(amina);
    expect(await actorOf(AMINA)).toBeUndefined();
    expect(unseal(keys, 'accounts.address_sealed', [amina], account?.address_sealed ?? Buffer.of())).toBe(
      'Amina@new.example',
    );
    const entries = await selectEntries(fresh.database, {}, 100);
    expect(entries.slice(0, 3).map(({ operation }) => operation)).toEqual([
      'accounts.change-address',
      'accounts.confirm-address',
      'accounts.ask-address',
    ]);
    expect(JSON.stringify(entries)).not.toContain('new.example');
  });

  it('gets no code before its link was opened, however long that takes', async () => {
    await ask('amina@new.example');
    const token = await told();
    await late();
    expect([await settle(), await actorOf(AMINA)]).toEqual([0, amina]);
    await confirm(token);
    expect([await settle(), await actorOf('amina@new.example')]).toEqual([1, amina]);
  });

  it('is confirmed by whoever asked for it alone, by the last link alone, and once', async () => {
    await ask('amina@new.example');
    const [first, last] = [await told(), await told()];
    expect(await openConfirmLink(fresh.database, { actor_id: bilal }, last)).toBeUndefined();
    expect(await openConfirmLink(fresh.database, { actor_id: amina }, last)).toMatchObject({ confirmed_at: null });
    expect([await confirm(last, bilal), await confirm(first), await confirm('x')]).toEqual([false, false, false]);
    expect([await confirm(last), await confirm(last)]).toEqual([true, false]);
    expect(await makeConfirmLink(fresh.database, amina)).toBeUndefined();
    await ask('amina@other.example');
    expect((await changesOf(fresh.database, amina)).map(({ confirmed_at }) => confirmed_at)).toEqual([null]);
    expect(await confirm(last)).toBe(false);
  });

  it('is none that somebody has, also where they came to have it meanwhile', async () => {
    expect([await ask('amina'), await ask(BILAL), await ask(AMINA)]).toEqual(['wrong', 'taken', 'taken']);
    await ask('chen@staff.example');
    await addAccount(how(SYSTEM), { email: 'chen@staff.example', name: 'Chen W.', role: 'reader' });
    await confirm(await told());
    await late();
    expect([await settle(), await actorOf(AMINA)]).toEqual([1, amina]);
  });

  it('goes with its account', async () => {
    await askNewAddress(how(SYSTEM), { actor_id: bilal }, 'bilal@new.example', tell);
    const token = (await makeStopLink(fresh.database, bilal, 'address')) ?? '';
    await removeAccount(how(amina), BILAL);
    expect(await stopByLink(fresh.database, token)).toBe(false);
  });
});

describe('a translator', () => {
  it('has languages, and nobody else has', async () => {
    await changeRole(how(amina), BILAL, 'translator', ['ar', 'fr']);
    expect(await accountOfActor(fresh.database, bilal)).toMatchObject({ role: 'translator', languages: ['fr', 'ar'] });
    const [entry] = await selectEntries(fresh.database, {}, 1);
    expect(entry).toMatchObject({ operation: 'accounts.change-role', after: { languages: ['fr', 'ar'] } });
    await changeRole(how(amina), BILAL, 'translator', ['es']);
    await expect(changeRole(how(amina), BILAL, 'translator')).rejects.toMatchObject({ why: 'languages' });
    await expect(changeRole(how(amina), BILAL, 'translator', ['de'])).rejects.toMatchObject({ why: 'languages' });
    await expect(changeRole(how(amina), BILAL, 'editor', ['fr'])).rejects.toMatchObject({ why: 'languages' });
    await expect(fresh.pool.query(`UPDATE accounts SET languages = '{ar}' WHERE role = 'translator'`)).rejects.toThrow(
      'without an audit entry',
    );
  });
});
