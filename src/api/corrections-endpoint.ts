import { z } from 'zod';
import { correctionKinds } from '../facts/corrections.ts';
import { firstDay, type PartialDay } from '../text/partial-day.ts';
import type { Endpoint, RecordQuestion } from './endpoint.ts';
import { listOf } from './list-of.ts';

const nothing = z.string().nullable();
const correction = z.strictObject({
  id: z.string(),
  correctedOn: z.string(),
  kind: z
    .enum([...correctionKinds, 'born'])
    .describe('the day; from when it counts; a row was missing; a row was wrongly there; a year of birth'),
  was: nothing.describe('What stood before, YYYY, YYYY-MM or YYYY-MM-DD; null: nothing did'),
  now: nothing.describe('What stood from then on; null: nothing'),
  nowIs: z.enum(['on', 'by']).describe('by: done by then, its own day was not read'),
  situation: nothing,
  case: nothing,
  person: nothing,
  event: nothing.describe('The id of the event that stands'),
  state: nothing,
  treaty: nothing,
  type: nothing.describe('Of the event or the act'),
  figures: z.array(z.string()).describe('Whose numbers of a past day are others since'),
  why: z.string(),
  source: z.string(),
});

const ofNothing = { situation: null, case: null, person: null, event: null, state: null, treaty: null };

interface Corrected {
  readonly id: string;
  readonly corrected_on: string;
  readonly corrected: (typeof correctionKinds)[number] | 'born';
  readonly was: PartialDay | null;
  readonly now: PartialDay | null;
  readonly figures: readonly string[];
  readonly why: string;
  readonly source: string;
}

const said = ({ id, corrected_on: correctedOn, corrected: kind, was, now, figures, why, source }: Corrected) => ({
  id,
  correctedOn,
  kind,
  was,
  now,
  figures,
  why,
  source,
});

function correctionsBy({ world: { docket, treaty }, on }: RecordQuestion) {
  return [
    ...docket.corrections.map((row) => ({
      ...ofNothing,
      ...said(row),
      nowIs: 'on',
      situation: row.situation,
      case: row.case,
      person: row.person,
      event: row.event,
      type: row.type,
    })),
    ...treaty.corrections.map((row) => ({
      ...ofNothing,
      ...said(row),
      nowIs: row.date_is || 'on',
      state: row.iso3,
      treaty: row.treaty,
      type: row.act,
    })),
  ]
    .filter(({ was, now }) => [was, now].some((day) => day !== null && firstDay(day) <= on))
    .sort((one, other) => other.correctedOn.localeCompare(one.correctedOn) || one.id.localeCompare(other.id));
}

/** What was recorded otherwise before. */
export const correctionsEndpoint: Endpoint = listOf({
  path: '/corrections',
  summaryKey: 'api.endpoint.corrections',
  item: correction,
  list: correctionsBy,
  keyOf: ({ id }) => id,
});
