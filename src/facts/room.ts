import type { Room } from '../room.ts';
import { rowRules } from './row-rules.ts';

export const facts: Room = { name: 'facts', owns: ['drafts', 'facts', 'found_with', 'revisions'], rowRules };
