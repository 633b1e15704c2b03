import type { Room } from '../room.ts';

export const facts: Room = { name: 'facts', owns: ['drafts', 'facts', 'found_with', 'revisions'] };
