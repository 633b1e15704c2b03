import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { readDataset } from '../facts/dataset.ts';
import type { Fields } from '../facts/shapes.ts';
import { ourselves } from '../publications/audience.ts';
import { visibleTo } from '../publications/visible-to.ts';
import { assembleDocket } from '../record/docket.ts';
import type { World } from '../record/record.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { assembleTreatyRecord } from '../states/treaty-record.ts';
import { movementOf, namedFigureIds } from './figures.ts';

type Rows = Readonly<Record<string, readonly Fields[]>>;

let record: Rows;
let states: Rows;
let world: World;
beforeAll(async () => {
  const [one, other] = await Promise.all(
    [recordDataset, statesDataset].map((dataset) => readDataset(dataset, join(root, 'content', dataset.name))),
  );
  const rowsOf = (files: typeof one = {}): Rows =>
    Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, lines.map(({ fields }) => fields)]));
  [record, states] = [rowsOf(one), rowsOf(other)];
  world = worldOf(record, states);
});

function worldOf(ofCourt: Rows, ofStates: Rows): World {
  const gate = visibleTo(ourselves);
  return {
    docket: assembleDocket(gate.recorded(ofCourt, recordDataset.hidden)),
    treaty: assembleTreatyRecord(gate.recorded(ofStates, statesDataset.hidden)),
  };
}

/** A row as it stood before its correction; none where there was none. */
function before(row: Fields, { corrected, was = '' }: Fields): Fields[] {
  if (corrected === 'missing') return [];
  return [
    corrected === 'date' ? { ...row, date: was, ...('date_is' in row && { date_is: '' }) } : { ...row, public_on: was },
  ];
}

function undoneIn(rows: readonly Fields[], correction: Fields, isIt: (row: Fields) => boolean): Fields[] {
  const { corrected, was = '', iso3 = '', treaty = '', act = '' } = correction;
  const without = rows.flatMap((row) => (isIt(row) ? before(row, correction) : [row]));
  if (corrected !== 'wrongly') return without;
  return [...without, { iso3, treaty, act, date: was, predecessor: '', source: 'undone', standing: 'seen' }];
}

function movedBy(correction: Fields): string[] {
  const { event = '', iso3, treaty, act, now } = correction;
  const then = event
    ? worldOf({ ...record, events: undoneIn(record.events ?? [], correction, ({ id }) => id === event) }, states)
    : worldOf(record, {
        ...states,
        'treaty-acts': undoneIn(
          states['treaty-acts'] ?? [],
          correction,
          (row) =>
            row.iso3 === iso3 &&
            row.treaty === treaty &&
            row.act === act &&
            (!now || act === 'entry-into-force' || row.date === now),
        ),
      });
  return namedFigureIds.filter((id) => JSON.stringify(movementOf(then, id)) !== JSON.stringify(movementOf(world, id)));
}

describe('what was corrected', () => {
  it('says whose numbers of a past day are others since, and leaves none out', () => {
    const corrections = [...(record.corrections ?? []), ...(states.corrections ?? [])].filter(
      ({ corrected }) => corrected !== 'born',
    );
    expect(corrections.length).toBeGreaterThan(25);
    const said = corrections.map(({ id, figures = '' }) => [id, figures.split(' ').filter(Boolean).sort()]);
    expect(said).toEqual(corrections.map((row) => [row.id, movedBy(row).sort()]));
  });
});
