import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRow, tables } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { before, bytes, id, now, type Row } from '../../test/support/rows.ts';
import { DEMONSTRATION } from '../controllers/controllers.ts';

const bounce_id = bytes('e', 10);
const path = Buffer.from('ee'.repeat(10), 'hex');
const at = new Date(now);
const earlier = { created_at: before, confirmed_at: before };
const left = { state: 'handed-over', due_at: null, attempts: 1, claimed_at: now, bounce_id, reply: '250 ok' };
const nothing = { claimed_at: null, bounce_id: null, attempts: 0 };
const example = { action_id: id(901) };

/** Letters that the version before could hold, how each stands after the upgrade, and whether what it said is set aside. */
const letters: Readonly<Record<string, readonly [stored: Row, after: Row, aside?: true]>> = {
  'that waits, and of which a server spoke': [
    { reply: '451 later' },
    { state: 'waiting', reply: '451 later', claimed_at: at, attempts: 0 },
    true,
  ],
  'that waits, and was answered by nobody': [
    { said_here: 'no-reply' },
    { said_here: 'no-reply', claimed_at: at },
    true,
  ],
  'refused by a server that nobody asked': [
    { state: 'refused', due_at: null, reply: '550 no', bounce_id },
    { state: 'refused', reply: '550 no', bounce_id: path, claimed_at: at, attempts: 1 },
    true,
  ],
  'of which no mail was made, claimed and not tried': [
    { state: 'refused', due_at: null, said_here: 'not-made', claimed_at: now },
    { said_here: 'not-made', attempts: 1 },
  ],
  'refused here, with a way back': [
    { state: 'refused', due_at: null, said_here: 'refused-here', bounce_id },
    { said_here: 'refused-here', ...nothing },
    true,
  ],
  'that waits, with a way back': [{ bounce_id }, { state: 'waiting', ...nothing }, true],
  'of a demonstration that is held, with a way back': [
    { ...example, state: 'held', due_at: null, held_because: 'link', bounce_id },
    { state: 'held', ...nothing },
  ],
  'of a demonstration to who has left, with a way back': [
    { ...example, state: 'left-office', due_at: null, bounce_id },
    { state: 'left-office', ...nothing },
  ],
  'given back, of which a server spoke': [
    { reply: '554 policy', claimed_at: now, bounce_id },
    { reply: '554 policy', claimed_at: at, bounce_id: path, attempts: 0 },
  ],
  'handed over before it was claimed': [
    { ...left, ...earlier, handed_over_at: before },
    { handed_over_at: new Date(before), claimed_at: new Date(before) },
  ],
  'that came back before it was claimed': [
    { ...left, ...earlier, state: 'bounced', bounced_at: before },
    { handed_over_at: null, bounced_at: new Date(before), claimed_at: new Date(before) },
  ],
  'that came back after it was handed over, and is claimed': [
    { ...left, state: 'bounced', handed_over_at: now, bounced_at: now, claim: id(1) },
    { claim: null, claimed_at: at },
  ],
};
const place = (what: string) => id(300 + Object.keys(letters).indexOf(what));

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('084');
  await storeAsFarAsKnown(old, everyRow, ['migrations', 'set_aside', 'letters', 'reviews']);
  const tried = { ...tables.actions?.possible, id: example.action_id, controller_id: DEMONSTRATION };
  const stored = Object.entries(letters).map(([what, [row]], number): [string, Row] => [
    'letters',
    { ...tables.letters?.possible, id: place(what), representative_id: id(400 + number), ...row },
  ]);
  await storeAsFarAsKnown(old, [['actions', tried], ...stored]);
  await old.query(`UPDATE actions SET created_at = '${before}'; UPDATE actions SET expires_at = '${before}'`);
  await old.upgrade();
});
afterAll(() => old.drop());

it.each(Object.entries(letters))('a letter %s is what it can only have been', async (what, [, stands]) => {
  expect(await old.query(`SELECT * FROM letters WHERE id = '${place(what)}'`)).toMatchObject([stands]);
});

it('what nobody can know of a letter is set aside as it stood; a demonstration’s example says nothing', async () => {
  const expected = Object.entries(letters).flatMap(([what, [{ reply = null, said_here = null }, , aside]]) =>
    aside ? [{ refused_by: 'letters_claimed_at', id: place(what), reply, said_here }] : [],
  );
  expect(
    await old.query(`SELECT refused_by, contents ->> 'id' AS id, contents ->> 'reply' AS reply,
      contents ->> 'said_here' AS said_here FROM set_aside ORDER BY contents ->> 'id'`),
  ).toEqual(expected);
});

it('an action was confirmed while it could be', async () => {
  expect(await old.query('SELECT DISTINCT confirmed_at, expires_at FROM actions')).toEqual([
    { confirmed_at: at, expires_at: at },
  ]);
});

describe('what the version before writes goes on being taken', () => {
  it('where the clock of who hands over is behind the database’s', async () => {
    const [letter] =
      await old.query(`UPDATE letters SET state = 'handed-over', due_at = NULL, attempts = 1, reply = '250 ok',
      bounce_id = '${bounce_id}', claimed_at = '${now}', handed_over_at = '${before}'
      WHERE id = '${place('that waits, with a way back')}' RETURNING handed_over_at`);
    expect(letter).toEqual({ handed_over_at: at });
  });

  it('where an end is pulled back behind the confirmation', async () => {
    const pulled = await old.query(`UPDATE actions SET expires_at = '${before}' RETURNING expires_at`);
    expect(pulled.map(({ expires_at }) => expires_at)).toEqual(pulled.map(() => at));
  });
});
