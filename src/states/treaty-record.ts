import type { Day } from '../facts/partial-day.ts';
import { type Fields, type FileShape, rowsOf } from '../facts/shapes.ts';
import { type ActType, deposits, type StatesRow, statesShapes, type Topic, type Treaty } from './shapes.ts';

/** A dated, sourced act of a state: it counts from its own day on. */
export type TreatyAct = StatesRow<'treaty-acts'> & {
  readonly id: string;
  readonly type: ActType;
  readonly knownOn: Day;
};
export type NationalLaw = StatesRow<'national-law'>;
export type Coverage = StatesRow<'coverage'>;
export type SourceWords = StatesRow<'source-words'>;

/** A state in the record. */
export interface StateRecord {
  readonly iso2: string;
  readonly iso3: string;
  readonly group: StatesRow<'states'>['icc_group'];
  /** Of the United Nations. */
  readonly member: boolean;
  /** In the order of their days. */
  readonly acts: readonly TreatyAct[];
  readonly laws: readonly NationalLaw[];
}

/** The whole record of the states as it stands now. */
export interface TreatyRecord {
  readonly states: ReadonlyMap<string, StateRecord>;
  readonly coverage: ReadonlyMap<Treaty | Topic, Coverage>;
  /** By their English. */
  readonly sourceWords: ReadonlyMap<string, SourceWords>;
}

/** @param files the fields of each file's rows, checked before */
export function assembleTreatyRecord(files: Readonly<Record<string, readonly Fields[]>>): TreatyRecord {
  const read = <Name extends keyof typeof statesShapes>(name: Name) =>
    rowsOf(statesShapes[name] as FileShape, files[name] ?? []) as unknown as StatesRow<Name>[];
  const acts = Map.groupBy(read('treaty-acts').map(dated).sort(inOrder), ({ iso3 }) => iso3);
  const laws = Map.groupBy(read('national-law'), ({ iso3 }) => iso3);
  return {
    states: new Map(
      read('states').map(({ iso2, iso3, icc_group: group, un_member }) => [
        iso3,
        { iso2, iso3, group, member: un_member === 'yes', acts: acts.get(iso3) ?? [], laws: laws.get(iso3) ?? [] },
      ]),
    ),
    coverage: new Map(read('coverage').map((row) => [row.subject, row])),
    sourceWords: new Map(read('source-words').map((row) => [row.en, row])),
  };
}

function dated(row: StatesRow<'treaty-acts'>): TreatyAct {
  return {
    ...row,
    id: [row.iso3, row.treaty, row.act, row.date].join('-').toLowerCase(),
    type: row.act,
    knownOn: row.date,
  };
}

/** On one day: what is done before what follows from it. */
const sequence: readonly ActType[] = ['signature', ...deposits, 'entry-into-force'];

function inOrder(one: TreatyAct, other: TreatyAct): number {
  return one.date.localeCompare(other.date) || sequence.indexOf(one.type) - sequence.indexOf(other.type);
}
