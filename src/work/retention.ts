import type { Key } from '../locales/catalogues.ts';

/** From when a period counts. */
export type KeptFrom =
  | 'typed'
  | 'letter ended'
  | 'came back'
  | 'last action'
  | 'campaign ended'
  | 'last mail'
  | 'deleted'
  | 'kept instead of sent'
  | 'set aside, of such a table'
  | 'last tried'
  | 'decided'
  | 'asked, if nobody decided'
  | 'settled'
  | 'removed'
  | 'signed in'
  | 'sent after its session had ended'
  | 'typed last'
  | 'last seen';

/** How long something of people is kept, and what deletes it. */
export interface Period {
  /** What goes; without it the whole row. */
  readonly column?: string;
  readonly days: number;
  readonly after: KeptFrom;
  /** The name of the duty that deletes it. */
  readonly duty: string;
  /** How the privacy page says it; `{days}` is filled in. What is said by the same key has the same period. */
  readonly sentence: Key;
  /** Of whom it is: supporters, where nothing else is said. */
  readonly of?: 'others' | 'staff';
}

/** Said of what is kept for as long as it is public, or as others need it to answer for what was done. */
export interface Lasting {
  readonly lasting: true;
  readonly sentence: Key;
  readonly of?: 'staff';
}

/** Said of what has nothing of people, though any words could stand in some of its columns: by each of these, why none of people do. */
export interface WordsOfNobody {
  readonly nothingOfPeople: Readonly<Record<string, string>>;
}

/** What a table keeps of people, and how long. */
export type Retention = 'nothing of people' | WordsOfNobody | Lasting | readonly Period[];

/** One sentence of the privacy page about how long something is kept. */
export interface RetentionPeriod {
  readonly sentence: Key;
  /** Undefined where it lasts. */
  readonly days: number | undefined;
  /** Whether it is about supporters. */
  readonly ofSupporters: boolean;
  /** Whether it is about those who run this. */
  readonly ofStaff: boolean;
}

declare module '../http/app.ts' {
  interface Handed {
    /** Each sentence once, the shortest periods first, what ends with something else after them, what lasts at the end. */
    readonly periods: readonly RetentionPeriod[];
    /** Tables that may keep what they have of people for a time only. */
    readonly tablesWithPeriods: readonly string[];
  }
}

/** @throws Error where one sentence would have to say two periods */
export function retentionPeriods(retentions: readonly Retention[]): readonly RetentionPeriod[] {
  const said = new Map<Key, RetentionPeriod>();
  for (const one of retentions.flatMap(sentencesOf)) {
    const known = said.get(one.sentence);
    if (known && known.days !== one.days)
      throw new Error(`${one.sentence} would say two periods: ${known.days}, ${one.days}`);
    said.set(one.sentence, one);
  }
  return [...said.values()].sort((a, b) => length(a) - length(b));
}

const length = ({ days = Number.MAX_VALUE }: RetentionPeriod) => days || 1_000_000;

/** @returns the names of those that have a period */
export function tablesWithPeriods(retentions: readonly Readonly<Record<string, Retention>>[]): readonly string[] {
  const all = retentions.flatMap((one) => Object.entries(one));
  return all.filter(([, kept]) => Array.isArray(kept)).map(([table]) => table);
}

function sentencesOf(retention: Retention): readonly RetentionPeriod[] {
  if (retention === 'nothing of people' || 'nothingOfPeople' in retention) return [];
  if ('lasting' in retention)
    return [{ ...of(retention.of ?? 'others'), sentence: retention.sentence, days: undefined }];
  return retention.map(({ sentence, days, of: whom }) => ({ ...of(whom), sentence, days }));
}

const of = (whom: Period['of']) => ({ ofSupporters: whom === undefined, ofStaff: whom === 'staff' });
