import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../test/support/campaigns.ts';
import { erasureAt, requestOfAddressee } from '../test/support/decided-at.ts';
import { jobFailed } from '../test/support/failed-job.ts';
import { handedOver } from '../test/support/letters.ts';
import { oldSignIns } from '../test/support/old-sign-ins.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { addAccount, removeAccount } from './accounts/accounts.ts';
import { confirmAction } from './actions/confirm-action.ts';
import { SYSTEM } from './actors/actors.ts';
import { operatorAt } from './actors/at-the-machine.ts';
import { langs } from './config/langs.ts';
import { root } from './config/root.ts';
import { dropCached } from './database/memory-cache.ts';
import { words } from './locales/words.ts';
import { keepInOutbox } from './mail/outbox.ts';
import { newBounceId } from './mail/return-path.ts';
import { keepReturned } from './mail/returned-mails.ts';
import type { Work } from './room.ts';
import { rooms } from './rooms.ts';
import { privacyPage } from './site/privacy-page.tsx';
import { type Period, retentionPeriods } from './work/retention.ts';
import { JOBS } from './work/work-retention.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const retentions = rooms.flatMap(({ retention = {} }) => Object.entries(retention));
const stated = retentions.flatMap(([table, kept]) =>
  Array.isArray(kept) ? (kept as readonly Period[]).map((period) => ({ table, ...period })) : [],
);
const nameOf = ({ table, column, after }: (typeof stated)[number]) => `${table}${column ? `.${column}` : ''}: ${after}`;

let platform: Platform;
let count = 0;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function runDuty(name: string): Promise<void> {
  const { app } = platform;
  const work: Work = { app, patient: app, post: {} as Work['post'], seconds: 1 };
  const duty = rooms.flatMap(({ duties }) => duties?.(work) ?? []).find((one) => one.name === name);
  if (!duty) throw new Error(`there is no duty ${name}`);
  await duty.run();
}

const email = () => `person${++count}@mail.example`;

async function acted(kind: 'letter' | 'pledge', at: Date, consents: readonly 'public-name'[] = []) {
  const action = await platform.offers(email(), { kind, consents });
  await confirmAction(platform.app, action, 'en');
  const { database } = platform.app;
  const supporters = database.updateTable('supporters').where('key', '=', action.supporterKey);
  await supporters.set({ created_at: at, last_act_at: at }).execute();
  return action;
}

const newest = async (table: 'outbox' | 'returned_mails', at: Date) => {
  const rows = platform.app.database.selectFrom(table).select('id').orderBy('id', 'desc').limit(1);
  const { id } = await rows.executeTakeFirstOrThrow();
  await platform.app.database.updateTable(table).set({ created_at: at }).where('id', '=', id).execute();
  return sql<boolean>`id = ${id}`;
};

/** Makes what a statement is about, so that its period begins at a moment. @returns where to find it */
const made: Readonly<Record<string, (at: Date) => Promise<ReturnType<typeof sql<boolean>>>>> = {
  'actions: typed': async (at) => {
    const { id } = await platform.offers(email());
    const ends = new Date(at.getTime() + 7 * DAY);
    await platform.app.database.updateTable('actions').set({ expires_at: ends }).where('id', '=', id).execute();
    return sql`id = ${id}`;
  },
  'actions.details_sealed: last action': async (at) => sql`id = ${(await acted('pledge', at)).id}`,
  'supporters.address_sealed: last action': async (at) => sql`key = ${(await acted('pledge', at)).supporterKey}`,
  'mail_allowances: last mail': async (at) => {
    const mailbox = platform.keyOf(email());
    await sql`INSERT INTO mail_allowances (kind, mailbox, taken_at) VALUES ('data-link', ${mailbox}, ARRAY[${at}::timestamptz])`.execute(
      platform.app.database,
    );
    return sql`mailbox = ${mailbox}`;
  },
  'erased_actions: deleted': async (at) => {
    const digest = Buffer.alloc(32, ++count);
    const counts = { sent: 0, returned: 0, unsure: 0, unsent: 1 };
    const row = { digest, erased_at: at, asked: true, ...counts };
    await platform.app.database.insertInto('erased_actions').values(row).execute();
    return sql`digest = ${digest}`;
  },
  'letters.text_sealed: letter ended': async (at) => {
    const { supporterKey } = await acted('letter', new Date());
    const letter = { ...handedOver(at), confirmed_at: at, created_at: at };
    await platform.app.database.updateTable('letters').set(letter).where('supporter_key', '=', supporterKey).execute();
    return sql`supporter_key = ${supporterKey}`;
  },
  'returned_mails: came back': async (at) => {
    const returned = { bounceId: newBounceId(), kind: 'answer', raw: Buffer.from('I am away') } as const;
    await keepReturned(platform.app, platform.app.database, returned);
    return newest('returned_mails', at);
  },
  'outbox: kept instead of sent': async (at) => {
    await keepInOutbox(platform.app, Buffer.from('Subject: kept'));
    return newest('outbox', at);
  },
  'alerts: settled': async (at) => {
    const alert = { kind: 'complaint', subject: `gov${++count}.example`, detail: 'reported', settled_by: SYSTEM };
    await platform.app.database
      .insertInto('alerts')
      .values({ ...alert, raised_at: at, settled_at: at })
      .execute();
    return sql`subject = ${alert.subject}`;
  },
  'set_aside: set aside, of such a table': async (at) => {
    const row = { from_table: 'letters', refused_by: 'letters_state', contents: '{}', set_aside_at: at };
    const { id } = await platform.app.database
      .insertInto('set_aside')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    return sql`id = ${id}`;
  },
  'graphile_worker.jobs: last tried': async (at) =>
    sql`id = ${await jobFailed(platform.app, platform.keyOf(email()), at)}`,
  'audit_entries: decided': async (at) => {
    const { database } = platform.app;
    const made_by = await operatorAt(database, 'Amina K.');
    const entry = { operation: 'room.change', item_kind: 'thing', item: `old ${++count}`, made_by };
    await database
      .insertInto('audit_entries')
      .values({ ...entry, made_at: at })
      .execute();
    return sql`item = ${entry.item}`;
  },
  'accounts: removed': async (at) => {
    const { app } = platform;
    const address = email();
    const names = { name: `Somebody ${count}`, role: 'reader' };
    await addAccount({ ...app, by: SYSTEM }, { email: address, ...names });
    await removeAccount({ ...app, by: SYSTEM }, address);
    const { actor_id } = await app.database
      .selectFrom('accounts')
      .select('actor_id')
      .orderBy('actor_id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    await sql`UPDATE accounts SET added_at = ${at}, removed_at = ${at} WHERE actor_id = ${actor_id}`.execute(
      app.database,
    );
    return sql`actor_id = ${actor_id}`;
  },
  'offered_names: last action': async (at) =>
    sql`supporter_key = ${(await acted('pledge', at, ['public-name'])).supporterKey}`,
  ...oldSignIns(() => platform.app),
  'addressee_requests: decided': async (at) => sql`id = ${await requestOfAddressee(platform, at, true)}`,
  'erasures: decided': async (at) => sql`id = ${await erasureAt(platform, email(), at, true)}`,
  'erasures: asked, if nobody decided': async (at) => sql`id = ${await erasureAt(platform, email(), at, false)}`,
  'addressee_requests: asked, if nobody decided': async (at) =>
    sql`id = ${await requestOfAddressee(platform, at, false)}`,
};

async function holds({ table, column }: (typeof stated)[number], where: ReturnType<typeof sql<boolean>>) {
  const filled = column ? sql`${sql.ref(column)} IS NOT NULL` : sql`true`;
  const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE ${where} AND ${filled}`.execute(
    platform.app.database,
  );
  return rows.length > 0;
}

describe('how long things are kept', () => {
  it('is said by each room of every table that it owns, and of no other', () => {
    for (const { name, owns = [], retention = {} } of rooms)
      expect.soft(Object.keys(retention).sort(), name).toEqual([...owns, ...(name === 'work' ? [JOBS] : [])].sort());
  });

  it('is said of what the job runner stores of ours', async () => {
    const { rows } = await sql<{ name: string }>`SELECT DISTINCT table_schema || '.' || table_name AS name
      FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('public', 'pg_catalog', 'information_schema')
        AND data_type IN ('json', 'jsonb', 'bytea')`.execute(platform.app.database);
    expect(rows.map(({ name }) => name.replace('._private_', '.'))).toEqual([JOBS]);
  });

  it('is said of every table that has something sealed, or a supporter’s key', async () => {
    const { rows } = await sql<{ name: string }>`SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND (column_name = 'supporter_key' OR column_name LIKE '%\\_sealed')`.execute(
      platform.app.database,
    );
    expect(rows.length).toBeGreaterThan(6);
    const ends = new Set(stated.map(({ table }) => table));
    expect(rows.map(({ name }) => name).filter((name) => !ends.has(name))).toEqual([]);
  });

  it('of what was set aside, only where it may be of people; all else stays until somebody has dealt with it', async () => {
    const { database } = platform.app;
    const row = { refused_by: 'some_rule', contents: '{}', set_aside_at: new Date(Date.now() - 400 * DAY) };
    const tables = retentions.map(([table]) => ({ ...row, from_table: table }));
    await database
      .insertInto('set_aside')
      .values([...tables, { ...row, from_table: 'of-no-version' }])
      .execute();
    await runDuty('forget-set-aside');
    const left = await database
      .selectFrom('set_aside')
      .select('from_table')
      .where('refused_by', '=', 'some_rule')
      .execute();
    const ends = new Set(stated.map(({ table }) => table));
    const others = retentions.map(([table]) => table).filter((table) => !ends.has(table));
    expect(left.map(({ from_table }) => from_table).sort()).toEqual([...others, 'of-no-version'].sort());
  });

  const ofCampaigns = stated.filter(({ after }) => after === 'campaign ended');
  const others = stated.filter(({ after }) => after !== 'campaign ended');

  it.each(others.map((one) => ({ name: nameOf(one), ...one })))('$name, $days days: then it goes', async (one) => {
    const make = made[one.name];
    if (!make) throw new Error(`made: say how to make ${one.name}`);
    const edge = Date.now() - one.days * DAY;
    const old = await make(new Date(edge - HOUR));
    const young = await make(new Date(edge + HOUR));
    expect([await holds(one, old), await holds(one, young)]).toEqual([true, true]);
    await runDuty(one.duty);
    expect([await holds(one, old), await holds(one, young)]).toEqual([false, true]);
  });

  it('until the campaign ends, for everything about taking part', async () => {
    const { database } = platform.app;
    const action = await acted('letter', new Date());
    const key = action.supporterKey;
    const letters = database.selectFrom('letters').select('id').where('supporter_key', '=', key);
    const { id } = await letters.executeTakeFirstOrThrow();
    const review = { supporter_key: key, letter_id: id, decision: 'released', decided_by: SYSTEM };
    await database.insertInto('reviews').values(review).execute();
    await database.insertInto('held_letters').values({ supporter_key: key, letter_id: id }).execute();
    await sql`INSERT INTO letters_to_look_at (supporter_key, letter_id, since, because, ask_id, country, lang)
      SELECT supporter_key, id, now(), 'link', ask_id, 'KEN', 'en' FROM letters WHERE id = ${id}`.execute(database);
    const left = { ...handedOver(), text_sealed: null };
    await database.updateTable('letters').set(left).where('id', '=', id).execute();
    const where = (table: string) =>
      table === 'supporters' ? sql<boolean>`key = ${key}` : sql<boolean>`supporter_key = ${key}`;
    const kept = () => Promise.all(ofCampaigns.map((one) => holds(one, where(one.table))));
    for (const duty of new Set(ofCampaigns.map((one) => one.duty))) await runDuty(duty);
    expect(new Set(await kept())).toEqual(new Set([true]));
    const ended = { closes_at: new Date(Date.now() - HOUR) };
    await database.updateTable('campaigns').set(ended).where('slug', '=', FIRST).execute();
    dropCached(['campaigns']);
    for (const duty of new Set(ofCampaigns.map((one) => one.duty))) await runDuty(duty);
    expect(new Set(await kept())).toEqual(new Set([false]));
  });
});

describe('what is written of it', () => {
  it.each(langs)('on the privacy page in %s follows the manifests', async (lang) => {
    const at = platform.request({ lang });
    const read = async (periods: Platform['app']['handed']['periods']) => {
      const app = { ...at.app, handed: { ...at.app.handed, periods } };
      const answer = await privacyPage({ ...at, app });
      if (answer.kind !== 'page') throw new Error('no page');
      return answer.html;
    };
    const { periods } = platform.app.handed;
    const page = await read(periods);
    for (const { sentence, days } of periods)
      expect(page).toContain(`<li>${words(lang).t(sentence, days === undefined ? {} : { days })}</li>`);
    expect(page, 'what is kept for years is said in years').not.toMatch(/\b(365|731)\b/);
    const sentence = 'site.privacy.keeps.name-and-address';
    const longer = periods.map((one) => (one.sentence === sentence ? { ...one, days: 120 } : one));
    const longerLine = `<li>${words(lang).t(sentence, { days: 120 })}</li>`;
    expect(page).not.toContain(longerLine);
    expect(await read(longer)).toContain(longerLine);
  });

  it('in docs/operating/privacy.md is the same', () => {
    const paper = readFileSync(join(root, 'docs/operating/privacy.md'), 'utf8');
    const row = (one: (typeof stated)[number]) =>
      `| \`${one.table}\` | ${one.column ? `\`${one.column}\`` : 'the row'} | ${one.days} | ${one.after} | \`${one.duty}\` |`;
    const rows = [...paper.matchAll(/^\| `.*\|$/gm)].map(([line]) => line);
    expect(rows).toEqual(stated.map(row));
    const lasting = retentions.filter(([, kept]) => typeof kept === 'object' && 'lasting' in kept);
    expect(/^Kept without an end: (.*)\.$/m.exec(paper)?.[1]).toBe(lasting.map(([table]) => `\`${table}\``).join(', '));
  });

  it('never says two periods in one sentence', () => {
    const one = { days: 7, after: 'typed', duty: 'forget', sentence: 'site.privacy.keeps.unconfirmed' } as const;
    expect(() => retentionPeriods([[one], [{ ...one, days: 8 }]])).toThrow('two periods');
  });
});
