import type { Room } from '../room.ts';
import { rowRules } from './row-rules.ts';

export const facts: Room = {
  name: 'facts',
  owns: ['drafts', 'facts', 'revisions'],
  lends: { facts: ['dataset', 'file', 'fields', 'until'] },
  rowRules,
};
