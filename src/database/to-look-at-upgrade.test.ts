import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyRow, tables } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { id, now, type Row } from '../../test/support/rows.ts';

const letter: Row = { ...tables.letters?.possible, state: 'held', due_at: null, held_because: 'threat' };

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('091');
  await storeAsFarAsKnown(old, everyRow, ['migrations']);
  await storeAsFarAsKnown(old, [
    ['letters', { ...letter, id: id(300), representative_id: id(400) }],
    ['letters', { ...letter, id: id(301), representative_id: id(401) }],
    ['held_letters', { supporter_key: letter.supporter_key, letter_id: id(301), lang: 'fr' }],
  ]);
  await old.upgrade();
});
afterAll(() => old.drop());

it('letters that were held before are among those to look at, each in the language that is known', async () => {
  const rows = await old.query(
    `SELECT letter_id, because, lang, lang_read, since FROM letters_to_look_at ORDER BY letter_id`,
  );
  const [{ lang } = {}] = await old.query('SELECT lang FROM actions LIMIT 1');
  const same = { because: 'threat', since: new Date(now) };
  expect(rows).toEqual([
    { letter_id: id(300), ...same, lang, lang_read: false },
    { letter_id: id(301), ...same, lang: 'fr', lang_read: true },
  ]);
});

it('addressees whom mail reaches are told from those whom it doesn’t', async () => {
  const reached = await old.query(`SELECT r.id FROM representatives r WHERE r.by_mail <> EXISTS (SELECT FROM channels c
    WHERE c.representative_id = r.id AND c.kind = 'email' AND c.ended_at IS NULL)`);
  expect(reached).toEqual([]);
  expect(await old.query('SELECT by_mail FROM representatives WHERE by_mail')).toEqual([{ by_mail: true }]);
});
