import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { sayKeptBack } from './kept-back.ts';
import { checkRows } from './row-rules.ts';
import { rowsFound } from './row-rules-queries.ts';

let platform: Platform;
const lines: string[] = [];
const query = (text: string) => platform.fresh.pool.query(text);
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** What breaks each rule, of a letter that was taken. */
const breaks: Readonly<Record<string, string>> = {
  actions_state: `UPDATE actions SET country = 'ZZZ'`,
  letters_ask_of_campaign: `UPDATE letters SET ask_id = new_id()`,
  letters_campaign_of_action: `UPDATE letters SET campaign_id = new_id()`,
  letters_channel_of_representative: `UPDATE letters SET channel_id = new_id(), state = 'waiting', confirmed_at = now(), due_at = now()`,
  letters_only_of_letters: `UPDATE actions SET kind = 'pledge'`,
};

describe('rows that no constraint can hold', () => {
  it('are known rule by rule', () => {
    expect(platform.app.handed.rowRules.map(({ name }) => name).sort()).toEqual(Object.keys(breaks).sort());
  });

  it('are not there after people took part', async () => {
    await platform.offers('amina@mail.example', { kind: 'letter' });
    expect(await checkRows(platform.app)).toBe(0);
  });

  it.each(Object.entries(breaks))(
    '%s: a row that breaks it is told, by its id and nothing else',
    async (name, change) => {
      const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
      const { rows: letters } = await query('SELECT * FROM letters');
      const { rows: actions } = await query('SELECT * FROM actions');
      await query(change);
      await checkRows({ ...platform.app, log });
      expect((await rowsFound(platform.app.database)).get(name)).toBe(1);
      const told = lines.map((line) => JSON.parse(line)).find(({ rule }) => rule === name);
      expect(told).toMatchObject({ found: 1, msg: 'rows that can’t be true' });
      expect(told.example).toMatch(/^[0-9a-f-]{36}$/);
      await platform.fresh.pool.query(
        `UPDATE letters SET campaign_id = $1, ask_id = $2, channel_id = $3, state = 'unconfirmed', confirmed_at = NULL, due_at = NULL`,
        [letters[0].campaign_id, letters[0].ask_id, letters[0].channel_id],
      );
      await platform.fresh.pool.query(`UPDATE actions SET campaign_id = $1, country = $2, kind = $3`, [
        actions[0].campaign_id,
        actions[0].country,
        actions[0].kind,
      ]);
      expect(await checkRows(platform.app)).toBe(0);
    },
  );
});

it('what an upgrade set aside is told at every start until somebody has dealt with it', async () => {
  const said: string[] = [];
  await sayKeptBack(platform.app.database, (line) => said.push(line));
  expect(said).toEqual([]);
  await query(`INSERT INTO set_aside (from_table, refused_by, contents) VALUES ('consents', 'consents_once', '{}')`);
  await sayKeptBack(platform.app.database, (line) => said.push(line));
  expect(said).toEqual([
    'upgrade: 1 rows of consents were set aside by consents_once: see the table set_aside, and docs/operating/backup.md',
  ]);
});
