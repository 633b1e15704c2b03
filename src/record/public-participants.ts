import type { Participant } from './docket.ts';
import { participantOn } from './participant-standing.ts';
import type { RecordView } from './record-view.ts';

/** Everybody in every case who is named in public by the day. */
export function publicParticipants({ world, on }: Pick<RecordView, 'world' | 'on'>): Participant[] {
  return world.docket.participants.filter((one) => participantOn(one, on) !== undefined);
}

const several = new WeakMap<object, ReadonlySet<string>>();

/** Who is named in public in more than one case by the day; worked out once for a page, which asks of each name. */
export function inSeveralCases(record: Pick<RecordView, 'world' | 'on'>): ReadonlySet<string> {
  const known = several.get(record) ?? severalIn(record);
  several.set(record, known);
  return known;
}

function severalIn(record: Pick<RecordView, 'world' | 'on'>): ReadonlySet<string> {
  const parts = Map.groupBy(publicParticipants(record), ({ person }) => person.slug);
  return new Set([...parts].filter(([, own]) => own.length > 1).map(([slug]) => slug));
}
