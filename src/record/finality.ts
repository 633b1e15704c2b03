import { type Event, happened } from './docket.ts';
import { isEnding, type Proceedings } from './proceedings.ts';

/** `none`: no judgment, and no end of the case on record; `ended`: a case that ended without one. */
export type Finality = 'none' | 'open' | 'appealed' | 'final' | 'reversed' | 'ended';

/** Whether a judgment can still change, by what is known of it. */
export function finalityOf(known: readonly Event[], proceedings: Proceedings): Finality {
  if (happened(known, 'appeal-conviction-reversed', 'appeal-acquittal-reversed')) return 'reversed';
  if (!happened(known, 'convicted', 'acquitted')) return isEnding(proceedings) ? 'ended' : 'none';
  if (isFinal(known)) return 'final';
  return happened(known, 'appeal-lodged', 'appeal-pending') ? 'appealed' : 'open';
}

function isFinal(known: readonly Event[]): boolean {
  return (
    happened(known, 'appeal-conviction-upheld', 'appeal-acquittal-upheld', 'judgment-final', 'appeal-withdrawn') ||
    servedAfterwards(known)
  );
}

/** A term that detention before the judgment had covered already says nothing of an appeal. */
function servedAfterwards(known: readonly Event[]): boolean {
  const sentenced = known.find(({ type }) => type === 'sentenced');
  return known.some(({ type, date }) => type === 'sentence-served' && sentenced !== undefined && date > sentenced.date);
}
