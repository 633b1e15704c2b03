/** For the outcomes of campaigns: see `src/record-keeping/announce.ts`. */
export { countAskers } from './asker-queries.ts';
