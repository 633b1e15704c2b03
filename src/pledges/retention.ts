import { names } from '../actions/retention.ts';
import type { Retention } from '../work/retention.ts';

/** That a name was offered for showing, and what was decided of it, goes with the name. */
export const retention: Readonly<Record<string, Retention>> = { offered_names: [names] };
