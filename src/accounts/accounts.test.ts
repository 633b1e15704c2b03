import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { selectEntries } from '../audit/audit-queries.ts';
import type { Keys } from '../config/keys.ts';
import { root } from '../config/root.ts';
import { keysInUse } from '../sealing/keys-in-use.ts';
import { supporterKey } from '../sealing/sealing.ts';
import { addAccount, changeRole, findAccount, inviteAccount, readAddress, removeAccount } from './accounts.ts';
import { readCommand, tellAccounts } from './command.ts';
import { type Deed, roles } from './roles.ts';
import { whoDoes } from './who-does.ts';

const settings = { DATA_DIR: '/nowhere', SEALING_KEY: randomBytes(32).toString('base64') };

let fresh: FreshDatabase;
let keys: Keys;
let by: ActorId;
beforeEach(async () => {
  fresh = await freshDatabase();
  keys = await keysInUse(settings, fresh.database, { make: false });
  by = await operatorAt(fresh.database, 'Nadia O.');
  await add('amina@staff.example', 'Amina K.', 'administrator');
});
afterEach(() => fresh.drop());

const how = (who = by) => ({ database: fresh.database, keys, by: who });
const add = (email: string, name: string, role: string, who = by) => addAccount(how(who), { email, name, role });
const query = async (statement: string) => (await fresh.pool.query(statement)).rows;
const account = (email: string) => findAccount(fresh.database, keys, readAddress(email));
const actorOf = async (email: string): Promise<ActorId> => {
  const found = await account(email);
  if (!found) throw new Error(`no account of ${email}`);
  return found.actor_id;
};
const entries = () => selectEntries(fresh.database, {}, 100);
const list = () => tellAccounts({ database: fresh.database, keys }, 'UTC');
const named = (who: { as?: string; by?: string }, deed: Deed = 'letters.decide') =>
  whoDoes({ settings, database: fresh.database }, who, deed);

describe('an account', () => {
  it('is an actor of its own, found by its address however it is written', async () => {
    const [one] = await query(`SELECT kind, name FROM actors WHERE id = '${await actorOf(' AMINA@Staff.example ')}'`);
    expect(one).toEqual({ kind: 'staff', name: 'Amina K.' });
    expect(await list()).toEqual([
      expect.stringMatching(/^Amina K\. {2}amina@staff\.example {2}administrator {2}since /),
    ]);
  });

  it.each([`role = 'reader'`, `mailbox = decode(repeat('ab', 16), 'hex')`])(
    'is not changed beside the audit: %s',
    async (change) => {
      const before = await query('SELECT role, mailbox FROM accounts');
      await expect(query(`UPDATE accounts SET ${change}`)).rejects.toThrow(
        'accounts is changed without an audit entry',
      );
      expect(await query('SELECT role, mailbox FROM accounts')).toEqual(before);
    },
  );

  it('has its address sealed, by a key that is no supporter’s, and neither address nor name in the audit', async () => {
    const [row] = await query('SELECT * FROM accounts');
    expect(Buffer.from(row.address_sealed).includes('amina')).toBe(false);
    expect(row.mailbox).not.toEqual(supporterKey(keys, 'amina@staff.example'));
    await add('bilal@staff.example', 'Bilal N.', 'reader');
    await changeRole(how(), 'bilal@staff.example', 'editor');
    await removeAccount(how(), 'bilal@staff.example');
    const [removed, changed, added] = await entries();
    expect([removed, changed, added]).toMatchObject([
      { operation: 'accounts.remove', who: 'Nadia O.', before: { role: 'editor' } },
      { operation: 'accounts.change-role', before: { role: 'reader' }, after: { role: 'editor' } },
      { operation: 'accounts.add', after: { role: 'reader' } },
    ]);
    expect(JSON.stringify(await query('SELECT * FROM audit_entries'))).not.toMatch(/bilal|amina/i);
  });

  it.each([
    ['no address', { email: 'amina' }, 'EMAIL'],
    ['the address of another, written otherwise', { email: 'Amina@staff.example' }, 'has an account'],
    ['no name', { name: ' ' }, '--name'],
    ['a name that steers a terminal', { name: 'a\u001b[2J' }, '--name'],
    ['the name of another', { name: 'Amina K.' }, 'taken'],
    ['the name of somebody who signed so before', { name: 'Nadia O.' }, 'taken'],
    ['no such role', { role: 'owner' }, '--role: one of administrator'],
    ['no role', { role: undefined }, '--role'],
  ])('is not made of %s', async (_, typed, says) => {
    const before = [await query('SELECT * FROM accounts'), await query('SELECT * FROM actors'), await entries()];
    const whole = { email: 'new@staff.example', name: 'New', role: 'reader', ...typed };
    await expect(addAccount(how(), whole)).rejects.toThrow(says);
    expect([await query('SELECT * FROM accounts'), await query('SELECT * FROM actors'), await entries()]).toEqual(
      before,
    );
  });

  it('is listed by its address until its person says what they are called', async () => {
    await inviteAccount(how(), { email: 'bilal@staff.example', role: 'reader' }, async () => {});
    expect((await list())[1]).toMatch(/^invited {2}bilal@staff\.example {2}reader/);
  });

  it('is made once where two ask at once', async () => {
    const both = ['One', 'Two'].map((name) => add('bilal@staff.example', name, 'reader'));
    const done = await Promise.allSettled(both);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await list()).toHaveLength(2);
  });
});

describe('whoever leaves', () => {
  it('acts no more, and is a pseudonym in what they decided', async () => {
    await add('bilal@staff.example', 'Bilal N.', 'administrator');
    const bilal = await actorOf('bilal@staff.example');
    await add('chen@staff.example', 'Chen W.', 'reader', bilal);
    await removeAccount(how(), 'bilal@staff.example');
    expect(await account('bilal@staff.example')).toBeUndefined();
    const decided = (await entries()).find(
      ({ operation, after }) => operation === 'accounts.add' && after?.role === 'reader',
    );
    expect(decided?.who).toBe(`former staff ${bilal.slice(-12)}`);
    expect(await query(`SELECT 1 FROM actors WHERE name LIKE 'Bilal%'`)).toEqual([]);
    await expect(named({ as: 'bilal@staff.example' })).rejects.toThrow('nobody with this address');
  });

  it('may come back, as somebody else', async () => {
    await add('bilal@staff.example', 'Bilal N.', 'reader');
    const first = await actorOf('bilal@staff.example');
    await removeAccount(how(), 'bilal@staff.example');
    await add('bilal@staff.example', 'Bilal N.', 'reader');
    expect(await actorOf('bilal@staff.example')).not.toBe(first);
  });

  it.each<[string, () => Promise<void>]>([
    ['removed', () => removeAccount(how(), 'amina@staff.example')],
    ['made anything else', () => changeRole(how(), 'amina@staff.example', 'editor')],
  ])('is never the last administrator, %s', async (_, change) => {
    await add('bilal@staff.example', 'Bilal N.', 'editor');
    await expect(change()).rejects.toThrow('last administrator');
    expect((await account('amina@staff.example'))?.role).toBe('administrator');
  });

  it.each<[string, (email: string, who: ActorId) => Promise<void>]>([
    ['remove', (email, who) => removeAccount(how(who), email)],
    ['lower', (email, who) => changeRole(how(who), email, 'reader')],
  ])('is one of two administrators who %s each other at once', async (_, change) => {
    await add('bilal@staff.example', 'Bilal N.', 'administrator');
    const [amina, bilal] = [await actorOf('amina@staff.example'), await actorOf('bilal@staff.example')];
    const done = await Promise.allSettled([change('bilal@staff.example', amina), change('amina@staff.example', bilal)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await query(`SELECT 1 FROM accounts WHERE role = 'administrator' AND removed_at IS NULL`)).toHaveLength(1);
  });
});

it.each<[string, (email: string, who: ActorId) => Promise<void>]>([
  ['remove', (email, who) => removeAccount(how(who), email)],
  ['raise', (email, who) => changeRole(how(who), email, 'administrator')],
])('nobody may %s themselves', async (_, change) => {
  await add('bilal@staff.example', 'Bilal N.', 'administrator');
  await expect(change('bilal@staff.example', await actorOf('bilal@staff.example'))).rejects.toThrow(
    'their own account',
  );
});

it.each<[string, (email: string) => Promise<void>]>([
  ['was removed', (email) => removeAccount(how(), email)],
  ['is no administrator any more', (email) => changeRole(how(), email, 'editor')],
])('whoever %s while they gave a command changes nothing by it', async (_, end) => {
  await add('bilal@staff.example', 'Bilal N.', 'administrator');
  await add('chen@staff.example', 'Chen W.', 'reader');
  const bilal = await actorOf('bilal@staff.example');
  await end('bilal@staff.example');
  await expect(add('new@staff.example', 'New', 'administrator', bilal)).rejects.toThrow('may not change accounts');
  await expect(changeRole(how(bilal), 'chen@staff.example', 'administrator')).rejects.toThrow(
    'may not change accounts',
  );
  await expect(removeAccount(how(bilal), 'chen@staff.example')).rejects.toThrow('may not change accounts');
  expect((await account('chen@staff.example'))?.role).toBe('reader');
});

describe('a command line', () => {
  it('means the account that it names, where its role may do this', async () => {
    await add('bilal@staff.example', 'Bilal N.', 'moderator');
    expect(await named({ as: 'Bilal@staff.example' })).toBe(await actorOf('bilal@staff.example'));
    await expect(named({ as: 'bilal@staff.example' }, 'publications.change')).rejects.toThrow(
      'the role moderator may not do this (publications.change)',
    );
    expect(await named({ as: 'amina@staff.example' }, 'publications.change')).toBe(
      await actorOf('amina@staff.example'),
    );
  });

  it.each([
    [{ as: 'nobody@staff.example' }, 'nobody with this address'],
    [{ as: 'amina' }, 'EMAIL'],
    [{ as: '' }, 'EMAIL'],
    [{ as: 'amina@staff.example', by: 'Amina' }, 'say one of them'],
    [{ by: 'Amina K.' }, 'say --as EMAIL'],
  ])('that names %j is refused', async (who, says) => {
    const before = await query('SELECT * FROM actors');
    await expect(named(who)).rejects.toThrow(says);
    expect(await query('SELECT * FROM actors')).toEqual(before);
  });

  it('goes by no name of whoever left', async () => {
    await add('bilal@staff.example', 'Bilal N.', 'reader');
    const name = `former staff ${(await actorOf('bilal@staff.example')).slice(-12)}`;
    await removeAccount(how(), 'bilal@staff.example');
    await expect(named({ by: name })).rejects.toThrow('say --as EMAIL');
  });

  it('means the operator at the machine otherwise', async () => {
    expect(await named({ by: 'Nadia O.' }, 'keys.change')).toBe(by);
    expect(await named({}, 'keys.change')).toBe(await operatorAt(fresh.database));
  });

  it.each([['add'], ['add a@b.example more'], ['promote a@b.example'], ['list all'], ['constructor x'], ['remove']])(
    '%s is told what there is',
    (typed) => {
      expect(() => readCommand({ words: typed.split(' ') })).toThrow('npm run account -- list');
    },
  );

  it('is told of in the papers for operators, each of them', () => {
    const paper = readFileSync(join(root, 'docs/operating/accounts.md'), 'utf8');
    const usage = (() => {
      try {
        return String(readCommand({ words: ['help'] }));
      } catch (error) {
        return String(error);
      }
    })();
    const verbs = [...usage.matchAll(/npm run account -- ([a-z-]+)/g)].map(([, verb]) => verb);
    expect(verbs.length).toBeGreaterThan(6);
    expect(verbs.filter((verb) => !paper.includes(`npm run account -- ${verb}`))).toEqual([]);
    const rows = [...paper.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, role]) => role);
    expect(rows).toEqual([...roles]);
  });

  it('adds, changes and removes', async () => {
    const run = (words: string, more = {}) => readCommand({ words: words.split(' '), ...more })?.(how());
    await run('add bilal@staff.example', { name: 'Bilal N.', role: 'reader' });
    await run('role bilal@staff.example', { role: 'editor' });
    expect((await account('bilal@staff.example'))?.role).toBe('editor');
    await run('remove bilal@staff.example');
    expect(await list()).toHaveLength(1);
    expect(readCommand({ words: [] })).toBeUndefined();
  });
});

it('the database knows the roles that the program knows, and refuses an account that a person gave without an entry', async () => {
  const languages = (role: string) => (role === 'translator' ? '{fr}' : '{}');
  const added = (role: string, who: string, name = role) =>
    query(`WITH one AS (INSERT INTO actors (kind, name) VALUES ('staff', 'role ${name}') RETURNING id)
      INSERT INTO accounts (actor_id, mailbox, address_sealed, languages, role, added_by)
      SELECT id, substring(decode(md5('${name}'), 'hex') FROM 1), decode(repeat('00', 40), 'hex'),
        '${languages(role)}', '${role}', '${who}' FROM one`);
  for (const role of roles) await added(role, SYSTEM);
  await expect(added('another', SYSTEM)).rejects.toThrow('accounts_role');
  await expect(added('reader', by, 'another reader')).rejects.toThrow('without an audit entry');
});
