import type { Day } from '../text/partial-day.ts';
import { type Docket, knownBy } from './docket.ts';

export type SituationStanding = 'before' | 'examination' | 'examined' | 'investigation' | 'ended';

/** Where a situation stands on a day, by what was public then. */
export function situationStanding(docket: Docket, slug: string, on: Day): SituationStanding {
  const types = knownBy(docket.eventsOf.get(slug) ?? [], on).map(({ type }) => type);
  if (types.includes('investigation-opened')) return types.includes('investigation-closed') ? 'ended' : 'investigation';
  const last = types.findLast((type) => type.startsWith('preliminary-examination'));
  if (last === undefined) return 'before';
  return last === 'preliminary-examination-opened' ? 'examination' : 'examined';
}
