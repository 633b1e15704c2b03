import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';
import type { PublicationKind } from './publication-kind.ts';

/** By the clock, which no constraint may ask; clocks of two machines differ, and one that was set is believed after a day. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'publications_decided_by_now',
    table: 'publications',
    id: sql`r.id`,
    where: sql`greatest(r.withdrawn_at, r.hidden_at) > now() + interval '1 day'`,
  },
  {
    name: 'publication_languages_decided_by_now',
    table: 'publication_languages',
    id: sql`r.publication_id || ' ' || r.lang`,
    where: sql`r.decided_at > now() + interval '1 day'`,
  },
];

/**
 * What always holds between the things of a kind and their publications, looked at once a day: rooms own their tables, so nothing
 * refers across.
 */
export function publicationRules({ kind, table, words }: PublicationKind): RowRule[] {
  return [
    {
      name: `${table}_have_publications`,
      table,
      id: sql`r.id`,
      where: sql`NOT EXISTS (SELECT 1 FROM publications p WHERE p.id = r.id AND p.kind = ${sql.lit(kind)})`,
    },
    {
      name: `${table}_behind_publications`,
      table: 'publications',
      id: sql`r.id`,
      where: sql`r.kind = ${sql.lit(kind)} AND NOT EXISTS (SELECT 1 FROM ${sql.table(table)} t WHERE t.id = r.id)`,
    },
    {
      name: `${table}_published_in_words`,
      table,
      id: sql`r.id`,
      where: sql`EXISTS (SELECT 1 FROM publication_languages l WHERE l.publication_id = r.id AND l.public_from IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM ${sql.table(words.table)} w WHERE w.${sql.ref(words.of)} = r.id AND w.lang = l.lang))`,
    },
  ];
}
