import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { DB } from '../database/schema.ts';
import type { publicationStates } from './publication.ts';

/** One kind of authored thing, as the room that owns it hands it in. */
export interface PublicationKind {
  readonly kind: string;
  readonly table: keyof DB & string;
  /** Its words, one row a language: the table, and the column that names the thing. */
  readonly words: { readonly table: keyof DB & string; readonly of: string };
  /** Of every page, file and answer that shows one of it. */
  readonly tags: readonly string[];
  /** What keeps one from being barred or shown; left out: nothing. */
  readonly guard?: Guard;
  /** All of them, by the names by which an operator knows them. */
  named(queries: Queries): Promise<ReadonlyMap<string, string>>;
  /**
   * Deletes one of them with all that is said of it, whatever uses it, in the transaction that removes it for safety.
   * @returns false: there is none
   */
  removedForSafety?(trx: Queries, id: string): Promise<boolean>;
  /** Its page in the office, by such a name. */
  readonly desk?: (lang: Lang, name: string) => string;
}

/**
 * Looks, within the transaction and before anything of the thing is locked, whether it may be withdrawn, hidden or shown again, and holds
 * still what that hangs on. @throws where it may not
 */
type Guard = (trx: Queries, id: string, to: 'withdrawn' | 'hidden' | 'shown') => Promise<void>;

/** A thing, and the pages that show things of its kind. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  /** As an operator knows it. */
  readonly name: string;
  readonly tags: readonly string[];
  /** Of its kind. */
  readonly guard?: Guard | undefined;
}

export interface LanguageState {
  readonly lang: Lang;
  readonly state: (typeof publicationStates)[number];
  readonly public_from: Date | null;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly publications: readonly PublicationKind[];
  }
}
