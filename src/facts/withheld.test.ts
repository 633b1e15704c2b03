import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { dropCached } from '../database/memory-cache.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { dayIn } from '../text/time-zone.ts';
import { importDataset } from './dataset.ts';
import { visibleChanges, visibleFields, visibleRevisions } from './facts.ts';
import { selectFacts } from './facts-queries.ts';
import { writeChanges } from './import-facts.ts';

const made = { by: SYSTEM, why: 'a correction' };
const EVENT = 'lubanga-warrant-issued';
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await importDataset(fresh.database, recordDataset, join(root, 'content/record'), made);
});
afterAll(() => fresh.drop());

const inDays = (days: number) => dayIn('UTC', new Date(Date.now() + days * 86_400_000));
const removals = async () => (await fresh.pool.query('SELECT count(*)::int AS n FROM page_removals')).rows[0].n;

/** As a revision of its own. @returns its number, and whether pages of before were removed */
async function changed(change: Readonly<Record<string, string>> | null) {
  const event = (await selectFacts(fresh.database, 'record')).find(({ key }) => key === EVENT);
  if (!event) throw new Error(`no event ${EVENT}`);
  const { file, key, fields } = event;
  const before = await removals();
  const after = change && { ...fields, ...change };
  const revision = await fresh.database
    .transaction()
    .execute((trx) => writeChanges(trx, 'record', [{ file, key, before: fields, after }], made));
  dropCached(['record']);
  return { revision, removes: (await removals()) > before };
}

async function seenAt(revision?: number): Promise<boolean> {
  const files = await visibleFields(fresh.database, recordDataset, revision);
  return (files.events ?? []).some(({ id }) => id === EVENT);
}

it('what was public and is kept back since is in no file and no change of before, until its day', async () => {
  const [first] = await visibleRevisions(fresh.database, recordDataset);
  expect(await seenAt(first?.id)).toBe(true);
  const then = await visibleFields(fresh.database, recordDataset, first?.id);
  const asItStood = then.events?.find(({ id }) => id === EVENT);
  const noted = await changed({ note: 'Issued under seal.' });
  expect([noted.removes, await seenAt(first?.id)]).toEqual([false, true]);

  const withheld = await changed({ public_on: inDays(5) });
  expect(withheld.removes).toBe(true);
  for (const revision of [first?.id, noted.revision, withheld.revision, undefined])
    expect(await seenAt(revision), String(revision)).toBe(false);
  for (const { id } of [{ id: noted.revision }, { id: withheld.revision }])
    expect(JSON.stringify(await visibleChanges(fresh.database, recordDataset, id))).not.toContain(EVENT);
  const told = (await visibleRevisions(fresh.database, recordDataset)).map(({ id }) => id);
  expect(told).toEqual([first?.id]);
  const files = await visibleFields(fresh.database, recordDataset, first?.id);
  expect((files.events ?? []).length).toBeGreaterThan(100);

  const again = await changed({ public_on: asItStood?.public_on ?? '' });
  expect(again.removes).toBe(true);
  expect([await seenAt(first?.id), await seenAt(noted.revision), await seenAt()]).toEqual([true, true, true]);
  const before = await visibleFields(fresh.database, recordDataset, first?.id);
  expect(before.events?.find(({ id }) => id === EVENT)).toEqual(asItStood);
  expect((await changed(null)).removes).toBe(true);
});
