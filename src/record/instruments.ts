import type { PartialDay } from '../text/partial-day.ts';
import type { Event } from './docket.ts';
import { endOf, type Proceedings } from './proceedings.ts';

export type InstrumentState = 'not-executed' | 'executed' | 'withdrawn' | 'lapsed';

export interface Instrument {
  readonly event: Event;
  readonly kind: 'warrant' | 'summons';
  readonly state: InstrumentState;
  /** When it came to this state; null while it waits. */
  readonly since: PartialDay | null;
}

const isComing = ({ type }: Event) =>
  type === 'surrendered' || type === 'voluntary-appearance' || type === 'initial-appearance';

/** Each warrant and summons with what became of it. */
export function instrumentsOf(known: readonly Event[], proceedings: Proceedings): Instrument[] {
  const end = known.some(isComing) ? undefined : endOf(known, proceedings);
  return known
    .filter(({ type }) => type === 'warrant-issued' || type === 'summons-issued')
    .map((event) => {
      // Somebody who first came on a summons has not come on a later warrant.
      const executed = known.find((one) => isComing(one) && one.date >= event.date);
      return {
        event,
        kind: event.type === 'warrant-issued' ? 'warrant' : 'summons',
        ...became({ withdrawn: withdrawalOf(event, known), executed, lapsed: end }),
      };
    });
}

function withdrawalOf({ type, instrument }: Event, known: readonly Event[]): Event | undefined {
  return type === 'warrant-issued'
    ? known.find((one) => one.type === 'warrant-withdrawn' && one.instrument === instrument)
    : undefined;
}

/** The first of these that happened is the state. */
function became(
  happened: Readonly<Record<Exclude<InstrumentState, 'not-executed'>, Event | undefined>>,
): Pick<Instrument, 'state' | 'since'> {
  for (const state of ['withdrawn', 'executed', 'lapsed'] as const) {
    const event = happened[state];
    if (event) return { state, since: event.date };
  }
  return { state: 'not-executed', since: null };
}
