/** How many took part, as rooms ask and say it. */
export { addUpTallies, markAction, type Tally, tallyOf } from './tally-queries.ts';
