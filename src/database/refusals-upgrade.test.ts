import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRow, tables } from '../../test/support/every-table.ts';
import { type OldDatabase, oldDatabase, storeAsFarAsKnown } from '../../test/support/old-database.ts';
import { id, now, type Row } from '../../test/support/rows.ts';

const refused = { state: 'refused', due_at: null };

/** Letters that the version before could hold, the reason of whoever refused it, and how each stands after the upgrade. */
const letters: Readonly<Record<string, readonly [stored: Row, reason: string | undefined, after: Row]>> = {
  'refused here': [
    { ...refused, reply: '250 words are too many', held_because: 'link' },
    '250 words are too many',
    { reply: null, said_here: 'refused-here', reason: '250 words are too many' },
  ],
  'refused here, in words that were taken for ours': [
    { ...refused, said_here: 'no-reply', held_because: 'link' },
    'no reply',
    { reply: null, said_here: 'refused-here', reason: 'no reply' },
  ],
  'refused here, of which the letter alone had the reason': [
    { ...refused, reply: 'It threatens.', held_because: 'link' },
    '(unknown)',
    { reply: null, said_here: 'refused-here', reason: 'It threatens.' },
  ],
  'refused by a server': [
    { ...refused, reply: '550 no', attempts: 1, claimed_at: now },
    undefined,
    { reply: '550 no', said_here: null, reason: null },
  ],
};

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('080');
  const rows = everyRow.filter(([table]) => table !== 'letters' && table !== 'reviews');
  const stored = Object.values(letters).flatMap(([row, reason], at): [string, Row][] => {
    const letter = { ...tables.letters?.possible, id: id(300 + at), representative_id: id(400 + at), ...row };
    const review = {
      ...tables.reviews?.possible,
      id: id(500 + at),
      letter_id: id(300 + at),
      decision: 'refused',
      reason,
    };
    return [['letters', letter], ...(reason === undefined ? [] : [['reviews', review] satisfies [string, Row]])];
  });
  await storeAsFarAsKnown(old, [...rows, ...stored], ['migrations', 'set_aside']);
  await old.query(`INSERT INTO alerts (kind, subject, detail)
    VALUES ('letter-fails', 'of-before', 'no mail could be made of a letter in 17 tries (TypeError)')`);
  await old.upgrade();
});
afterAll(() => old.drop());

it.each(Object.entries(letters))(
  'a letter %s says so, and has its reason in its review alone',
  async (what, [, , stands]) => {
    const place = Object.keys(letters).indexOf(what);
    const rows = await old.query(`SELECT l.*, r.reason FROM letters l LEFT JOIN reviews r ON r.letter_id = l.id
    WHERE l.id = '${id(300 + place)}'`);
    expect(rows).toMatchObject([{ state: 'refused', ...stands }]);
  },
);

describe('what the operator is told of a letter of which no mail could be made', () => {
  const detail = (subject: string) => old.query(`SELECT detail FROM alerts WHERE subject = '${subject}'`);

  it('is a word and a number', async () => {
    expect(await detail('of-before')).toEqual([{ detail: 'not-made 17' }]);
  });

  it('is so too where a process of the version before tells it', async () => {
    await old.query(`INSERT INTO alerts (kind, subject, detail)
      VALUES ('letter-fails', 'beside', 'no mail could be made of a letter in 17 tries (Error)')`);
    expect(await detail('beside')).toEqual([{ detail: 'not-made 17' }]);
  });
});
