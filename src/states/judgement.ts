import type { Day } from '../text/partial-day.ts';
import type { Risk } from './risks.ts';

/** What writing to a state's government may cost, as somebody judged it. */
export interface Judgement {
  readonly state: string;
  readonly level: Risk;
  /** For whoever asks later; shown to nobody else. */
  readonly because: string;
  readonly source: string | null;
  /** Of the source, or on which somebody looked. */
  readonly on: Day;
}
