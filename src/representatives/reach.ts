/** What an import gains for those who write. */
export { type Reach, selectReach as reachIn } from './reach-queries.ts';
