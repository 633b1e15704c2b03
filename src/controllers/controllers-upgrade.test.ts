import { afterEach, describe, expect, it } from 'vitest';
import { type OldDatabase, oldDatabase } from '../../test/support/old-database.ts';

let old: OldDatabase;
afterEach(() => old.drop());

const key = (who: string) => `decode(md5('${who}'), 'hex')`;

/** Somebody who acted so many days ago, and agreed where a controller is named. */
function acted(who: string, daysAgo: number, controller?: string): string {
  const at = `now() - interval '${daysAgo} days'`;
  const agreed = controller
    ? `INSERT INTO consents (supporter_key, action_id, purpose, controller, wording, lang, given_at)
        SELECT supporter_key, id, 'act', '${controller}', (SELECT id FROM wordings LIMIT 1), 'en', created_at FROM actions
          WHERE supporter_key = ${key(who)};`
    : '';
  return `INSERT INTO supporters (key) VALUES (${key(who)});
    INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, state, confirmed_at, created_at, expires_at, mail_due_at)
      SELECT ${key(who)}, new_id(), id, 'pledge', 'en', 'KEN', ${controller ? `'confirmed', ${at}` : `'unconfirmed', NULL`}, ${at},
        now(), now() FROM campaigns;
    ${agreed}`;
}

/** The words that a start under a name writes down. */
const started = (name: string, daysAgo: number) =>
  `INSERT INTO wordings (id, lang, words, first_used_at)
    VALUES (${key(name)}, 'en', '${name} may send me news.', now() - interval '${daysAgo} days');`;

async function upgraded(...before: string[]): Promise<void> {
  old = await oldDatabase('029');
  await old.query(`INSERT INTO campaigns (slug, opens_at, hashtags) VALUES ('c', now(), '{}')`);
  for (const part of before) await old.query(part);
  await old.upgrade();
}

const DEMONSTRATION = 'Common Bonds (demonstration)';
const whose = (table: string, who: string) =>
  old.query(
    `SELECT c.kind FROM ${table} t JOIN controllers c ON c.id = t.controller_id WHERE t.supporter_key = ${key(who)}`,
  );

describe('an installation from before there were controllers', () => {
  it('that ran under two names has one operator; what each consent named stays', async () => {
    await upgraded(
      started('Old Name', 90),
      acted('first', 80, 'Old Name'),
      started('New Name', 40),
      acted('second', 30, 'New Name'),
      acted('open', 2),
    );
    expect(await old.query(`SELECT kind, name FROM controllers ORDER BY kind`)).toEqual([
      { kind: 'demonstration', name: null },
      { kind: 'operator', name: 'New Name' },
    ]);
    expect(await old.query(`SELECT controller FROM consents ORDER BY given_at`)).toEqual([
      { controller: 'Old Name' },
      { controller: 'New Name' },
    ]);
    for (const who of ['first', 'second']) expect(await whose('consents', who)).toEqual([{ kind: 'operator' }]);
    for (const who of ['first', 'second', 'open']) expect(await whose('actions', who)).toEqual([{ kind: 'operator' }]);
  });

  it('that was tried first keeps apart what was tried', async () => {
    await upgraded(
      started(DEMONSTRATION, 20),
      acted('tried', 15, DEMONSTRATION),
      acted('left', 12),
      started('The Operator', 10),
      acted('real', 5, 'The Operator'),
      acted('open', 2),
    );
    for (const who of ['tried', 'left']) expect(await whose('actions', who)).toEqual([{ kind: 'demonstration' }]);
    for (const who of ['real', 'open']) expect(await whose('actions', who)).toEqual([{ kind: 'operator' }]);
    expect(await whose('consents', 'tried')).toEqual([{ kind: 'demonstration' }]);
    expect(await whose('consents', 'real')).toEqual([{ kind: 'operator' }]);
    expect(
      await old.query(`SELECT c.kind FROM campaigns JOIN controllers c ON c.id = campaigns.controller_id`),
    ).toEqual([{ kind: 'operator' }]);
  });

  it('that was only tried has no operator', async () => {
    await upgraded(started(DEMONSTRATION, 20), acted('tried', 15, DEMONSTRATION), acted('left', 2));
    expect(await old.query('SELECT kind FROM controllers')).toEqual([{ kind: 'demonstration' }]);
    for (const who of ['tried', 'left']) expect(await whose('actions', who)).toEqual([{ kind: 'demonstration' }]);
  });

  it('to which nobody has agreed yet knows that an operator is named', async () => {
    await upgraded(started('The Operator', 3), acted('open', 2));
    expect(await whose('actions', 'open')).toEqual([{ kind: 'operator' }]);
  });
});

it('a process of the version before can go on recording consents', async () => {
  await upgraded(started('The Operator', 3), acted('open', 2));
  await old.query(`INSERT INTO consents (supporter_key, action_id, purpose, controller, wording, lang, given_at)
    SELECT supporter_key, id, 'act', 'The Operator', (SELECT id FROM wordings), 'en', now() FROM actions`);
  expect(await whose('consents', 'open')).toEqual([{ kind: 'operator' }]);
});
