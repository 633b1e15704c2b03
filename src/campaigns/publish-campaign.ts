import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Database } from '../database/database.ts';
import { publish } from '../publications/publications.ts';

/** What is published: with the languages in which its words stand, and those in which readers have it, or will. */
export interface Publishable {
  readonly id: string;
  readonly kind: 'campaign' | 'ask';
  /** As an operator knows it. */
  readonly name: string;
  readonly written: readonly Lang[];
  readonly shown: readonly Lang[];
}

/** In which languages something can be published. */
export function unpublished({ written, shown }: Publishable): readonly Lang[] {
  return written.filter((lang) => !shown.includes(lang));
}

/**
 * Publishes things in those of some languages in which their words stand and readers don't have them: asks before their campaign, so that
 * nobody meets it without them.
 * @throws NotAllowedError
 */
export async function publishIn(
  database: Database,
  things: readonly Publishable[],
  langs: readonly Lang[],
  by: ActorId,
): Promise<void> {
  for (const { id, kind, name, ...thing } of things.toSorted((a, b) => a.kind.localeCompare(b.kind))) {
    const wanted = unpublished({ id, kind, name, ...thing }).filter((lang) => langs.includes(lang));
    if (wanted.length > 0) await publish(database, { id, kind, name, tags: ['campaigns'] }, wanted, by);
  }
}
