import { id, now, operator, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { handedBy } from '../handed.ts';
import { rooms } from '../rooms.ts';
import { publicationStates } from './publication.ts';
import { removalReasons } from './safety-removal-queries.ts';

export const tables: Tables = {
  safety_removals: {
    possible: { id: id(21), kind: 'picture', reason: 'asked', removed_at: now },
    another: { id: id(121) },
    impossible: {
      safety_removals_kind: { kind: 'article' },
      safety_removals_reason: { reason: 'somebody wanted it' },
    },
    moment: 'removed_at',
    lists: { kind: handedBy(rooms).publications.map(({ kind }) => kind), reason: removalReasons },
  },
  publications: {
    possible: {
      id: id(20),
      kind: 'campaign',
      embargoed_until: now,
      embargoed_by: somebody,
      embargoed_because: 'until the report is out',
    },
    another: { id: id(120) },
    impossible: {
      publications_kind: { kind: 'article' },
      publications_embargoed_by: { embargoed_by: unknown },
      publications_withdrawn_by: { withdrawn_at: now, withdrawn_by: unknown, withdrawn_because: 'wrong' },
      publications_hidden_by: { hidden_at: now, hidden_by: unknown, hidden_because: 'wrong' },
      publications_embargoed: [{ embargoed_until: null }, { embargoed_by: null }, { embargoed_because: null }],
      publications_withdrawn: [
        { withdrawn_at: now },
        { withdrawn_at: now, withdrawn_by: somebody },
        { withdrawn_because: 'wrong' },
      ],
      publications_hidden: [{ hidden_at: now }, { hidden_by: somebody, hidden_because: 'wrong' }],
    },
    moment: 'embargoed_until',
    says: 'embargoed_because',
    lists: { kind: handedBy(rooms).publications.map(({ kind }) => kind) },
    texts: {
      embargoed_because: 'somebody’s own words, for whoever asks later',
      hidden_because: 'somebody’s own words, for whoever asks later',
      withdrawn_because: 'somebody’s own words, for whoever asks later',
    },
    inNoOrder: {
      embargoed_until: 'an embargo, a withdrawal and hiding know nothing of each other',
      hidden_at: 'the same',
      withdrawn_at: 'the same',
    },
    decided: { row: { embargoed_by: operator } },
  },
  publication_languages: {
    possible: {
      publication_id: id(20),
      lang: 'en',
      state: 'published',
      public_from: now,
      decided_at: now,
      decided_by: somebody,
    },
    another: { lang: 'fr' },
    impossible: {
      publication_languages_publication: { publication_id: unknown },
      publication_languages_lang: { lang: 'de' },
      publication_languages_state: { state: 'gone', public_from: null },
      publication_languages_decided_by: { decided_by: unknown },
      publication_languages_public_from: [
        { state: 'draft' },
        { state: 'in-review' },
        { state: 'scheduled' },
        { state: 'scheduled', public_from: null },
        { public_from: null },
        { public_from: '2026-03-02T10:00:01Z' },
      ],
    },
    moment: 'decided_at',
    lists: { lang: langs, state: publicationStates },
    order: [['public_from', 'decided_at']],
    chosen: true,
    decided: { row: { decided_by: operator }, goes: 'DELETE FROM publications' },
  },
};
