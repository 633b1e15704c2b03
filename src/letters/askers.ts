/** For the outcomes of campaigns: see `src/announce.ts`. */
export { countAskers } from './asker-queries.ts';
