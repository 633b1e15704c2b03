import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { addAccount } from '../../src/accounts/accounts.ts';
import { SYSTEM } from '../../src/actors/actors.ts';
import type { App } from '../../src/http/app.ts';

type Found = ReturnType<typeof sql<boolean>>;
type Make = (at: Date) => Promise<Found>;

async function anAccount(app: App) {
  const name = `Somebody ${randomBytes(4).toString('hex')}`;
  const email = `${randomBytes(8).toString('hex')}@staff.example`;
  await addAccount({ ...app, by: SYSTEM }, { email, name, role: 'reader' });
  const rows = app.database.selectFrom('accounts').select('actor_id').orderBy('actor_id', 'desc').limit(1);
  return (await rows.executeTakeFirstOrThrow()).actor_id;
}

/** What lets somebody in, and what they sign in with, each as it was kept since a moment; by how its period is called. */
export const oldSignIns = (app: () => App): Readonly<Record<string, Make>> => ({
  'sessions: signed in': async (at) => {
    const actor_id = await anAccount(app());
    const row = { actor_id, token_hash: randomBytes(32), stage: 'signed-in', browser: 'firefox linux', began_at: at };
    const inserted = app().database.insertInto('sessions').values(row).returning('id');
    return sql`id = ${(await inserted.executeTakeFirstOrThrow()).id}`;
  },
  'mailed_codes: signed in': async (at) => {
    const row = { browser_hash: randomBytes(32), mailbox: randomBytes(16), asked_at: at };
    const inserted = app().database.insertInto('mailed_codes').values(row).returning('id');
    return sql`id = ${(await inserted.executeTakeFirstOrThrow()).id}`;
  },
  'account_links: signed in': async (at) => {
    const token_hash = randomBytes(32);
    await app().database.insertInto('account_links').values({ token_hash, created_at: at, ends_at: at }).execute();
    return sql`token_hash = ${token_hash}`;
  },
  'account_changes: signed in': async (at) => {
    const actor_id = await anAccount(app());
    const row = { actor_id, kind: 'recovery', asked_at: at, due_at: at };
    await app().database.insertInto('account_changes').values(row).execute();
    return sql`actor_id = ${actor_id}`;
  },
  'passkey_challenges: signed in': async (at) => {
    const challenge_hash = randomBytes(32);
    const row = { challenge_hash, browser_hash: randomBytes(32), purpose: 'sign-in', asked_at: at };
    await app().database.insertInto('passkey_challenges').values(row).execute();
    return sql`challenge_hash = ${challenge_hash}`;
  },
  'unsent_forms: sent after its session had ended': async (at) => {
    const actor_id = await anAccount(app());
    const row = { actor_id, path: '/people', fields_sealed: randomBytes(40), sent_at: at };
    const inserted = app().database.insertInto('unsent_forms').values(row).returning('id');
    return sql`id = ${(await inserted.executeTakeFirstOrThrow()).id}`;
  },
  'opened_pages: last seen': async (at) => {
    const actor_id = await anAccount(app());
    await app().database.insertInto('opened_pages').values({ actor_id, path: '/people', seen_at: at }).execute();
    return sql`actor_id = ${actor_id}`;
  },
  'working_copies: typed last': async (at) => {
    const actor_id = await anAccount(app());
    const row = { actor_id, path: '/people', version: '0'.repeat(16), number: 1, fields_sealed: randomBytes(40) };
    const inserted = app()
      .database.insertInto('working_copies')
      .values({ ...row, typed_at: at })
      .returning('id');
    return sql`id = ${(await inserted.executeTakeFirstOrThrow()).id}`;
  },
  'passkeys: removed': async (at) => {
    const actor_id = await anAccount(app());
    const passkey = { actor_id, credential_id: randomBytes(16), public_key: randomBytes(77), rp_id: 'localhost' };
    await app()
      .database.insertInto('passkeys')
      .values({ ...passkey, name: 'A phone' })
      .execute();
    const removed = { added_at: at, removed_at: at, removed_by: SYSTEM };
    await app().database.updateTable('accounts').set(removed).where('actor_id', '=', actor_id).execute();
    return sql`actor_id = ${actor_id}`;
  },
});
