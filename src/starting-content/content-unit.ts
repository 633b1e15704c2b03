import type { ActorId } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';

/** A row as its files have it, or as it stands: JSON, of which only what content/ brings is compared. */
export type Value = unknown;

export interface ContentRow {
  /** Its name in the unit; in a nested unit the names before its slashes are those of the rows that it belongs to. */
  readonly key: string;
  readonly value: Value;
}

export interface StoredRow {
  readonly value: Value;
  /** Why it may only be changed by an operator, such as that it is not public yet. */
  readonly protectedBecause?: string | undefined;
}
export type StoredContent = ReadonlyMap<string, StoredRow>;

export interface Change {
  readonly key: string;
  /** Undefined: it was not there. */
  readonly before: Value | undefined;
  /** Undefined: it is taken away. */
  readonly after: Value | undefined;
}

/** What a unit is told of the pass that brings it. Rooms add what is theirs. */
export interface ContentContext {
  /** In which days begin and end. */
  readonly zone: TimeZone;
  readonly by: ActorId;
  /** For whoever asks later. */
  readonly why: string;
}

/** One kind of row that a room starts with and that later versions may bring anew. */
export interface ContentUnit {
  readonly name: string;
  /** From the project's root; all its files are this unit's, unless `files` names some. */
  readonly folder: string;
  readonly files?: readonly string[];
  /** Of every page that shows one of its rows. */
  readonly tags: readonly string[];
  /** Whether a row that the files have no more takes with it those whose keys begin with its own. */
  readonly nested?: boolean;
  /** What the files say. @throws with every problem by file and line */
  read(folder: string, context: ContentContext): Promise<readonly ContentRow[]>;
  /** What stands, locked: nobody else changes it until the transaction ends. */
  stored(trx: Queries, context: ContentContext): Promise<StoredContent>;
  /** What this unit brought before there was a ledger, as far as the database itself tells. */
  broughtBefore?(trx: Queries): Promise<ReadonlyMap<string, Value>>;
  /** Which changes can't be made, and why, by their keys. */
  refused?(
    trx: Queries,
    changes: readonly Change[],
    stored: StoredContent,
    context: ContentContext,
  ): Promise<ReadonlyMap<string, string>>;
  /** What must be added to an edited row so that this version can read it; undefined: nothing. */
  completed?(key: string, stored: Value, offered: Value): Value | undefined;
  /** Makes changes, in the order of the files. New things are published as their kind demands. */
  make(trx: Queries, changes: readonly Change[], context: ContentContext): Promise<void>;
}

/** What a room starts with. */
export interface RoomContent {
  readonly units?: readonly ContentUnit[];
  /** What follows in this room from what lower ones have brought; does nothing where it was done. */
  readonly follow?: (trx: Queries) => Promise<void>;
}

/** A room, as far as its starting content goes. */
export interface RoomWithContent {
  readonly name: string;
  readonly content?: RoomContent;
}
