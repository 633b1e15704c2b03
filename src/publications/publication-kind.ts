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

/** A thing, and the pages that show things of its kind. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  /** As an operator knows it. */
  readonly name: string;
  readonly tags: readonly string[];
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
