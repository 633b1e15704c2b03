import { z } from 'zod';
import { knownThrough } from '../states/coverage.ts';
import type { RecordQuestion } from './endpoint.ts';

/** A state in an address, in letters of either case. */
export const iso3 = z.strictObject({ iso3: z.string().max(100).toUpperCase() });

/** Of which day an answer about states is. */
export const answeredFor = {
  on: z.string(),
  knownThrough: z.string().describe('The last day for which the sources speak'),
};

/** The last day for which the sources of the Rome Statute speak. */
export const ofTheStatute = ({ world }: Pick<RecordQuestion, 'world'>) => knownThrough(world.treaty, 'rome-statute');
