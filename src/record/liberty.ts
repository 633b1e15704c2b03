import { type Event, happened } from './docket.ts';
import type { EventType } from './event-types.ts';
import type { Finality } from './finality.ts';
import { isEnding, type Proceedings } from './proceedings.ts';

export type Liberty =
  | 'not-arrested'
  | 'held-by-state'
  | 'in-custody'
  | 'free-on-summons'
  | 'released'
  | 'detained-pending-appeal'
  | 'serving'
  | 'served'
  | 'case-over'
  | 'dead';

const after: Readonly<Partial<Record<EventType, Liberty>>> = {
  arrested: 'held-by-state',
  surrendered: 'in-custody',
  'voluntary-appearance': 'free-on-summons',
  released: 'released',
  'sentence-served': 'served',
  died: 'dead',
};

/** Whether somebody is free, and by what bound, by what is known of them in a case that stands so. */
export function libertyOf(known: readonly Event[], proceedings: Proceedings, finality: Finality): Liberty {
  const last = known.reduce<Liberty>(stepOf, 'not-arrested');
  if (last === 'free-on-summons' || last === 'released') return isOver(proceedings, finality) ? 'case-over' : last;
  if (last !== 'in-custody' || proceedings !== 'convicted') return last;
  // Article 81(3): who is convicted stays in custody pending an appeal; a sentence is enforced once it is final.
  return finality === 'final' && happened(known, 'sentenced') ? 'serving' : 'detained-pending-appeal';
}

function stepOf(liberty: Liberty, { type }: Event): Liberty {
  switch (type) {
    case 'released':
      return liberty === 'served' ? liberty : 'released';
    case 'initial-appearance':
      return liberty === 'not-arrested' || liberty === 'held-by-state' ? 'in-custody' : liberty;
    // A warrant after a summons takes its place (article 58).
    case 'warrant-issued':
      return liberty === 'free-on-summons' ? 'not-arrested' : liberty;
    default:
      return after[type] ?? liberty;
  }
}

/** Whether nothing in the case binds the person any more. */
function isOver(proceedings: Proceedings, finality: Finality): boolean {
  if (proceedings === 'acquitted') return finality === 'final';
  return proceedings === 'acquitted-on-appeal' || isEnding(proceedings);
}
