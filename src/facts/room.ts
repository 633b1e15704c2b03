import type { Room } from '../room.ts';
import { rowRules } from './row-rules.ts';

export const facts: Room = {
  name: 'facts',
  owns: ['drafts', 'facts', 'revisions'],
  retention: {
    facts: { lasting: true, sentence: 'site.privacy.keeps.record' },
    drafts: 'nothing of people',
    revisions: 'nothing of people',
  },
  lends: { facts: ['dataset', 'file', 'fields', 'until'] },
  rowRules,
};
