import { type FileShape, rowsOf } from '../facts/shapes.ts';
import type { VisibleFields } from '../facts/visible-fields.ts';
import { type Day, firstDay, lastDay } from '../text/partial-day.ts';
import { type ActType, deposits, type StatesRow, statesShapes, type Topic, type Treaty } from './shapes.ts';

/** A dated, sourced act of a state. */
export type TreatyAct = StatesRow<'treaty-acts'> & {
  readonly id: string;
  readonly type: ActType;
  /** From this day on it counts: the depositary had it, or it was done by then. */
  readonly knownOn: Day;
};
export type NationalLaw = StatesRow<'national-law'>;
export type EnforcementAgreement = StatesRow<'enforcement-agreements'>;
export type ImmunityAgreement = StatesRow<'immunity-agreements'>;
export type NonCompliance = StatesRow<'non-compliance'>;
export type ActCorrection = StatesRow<'corrections'>;
export type Coverage = StatesRow<'coverage'>;
export type SourceWords = StatesRow<'source-words'>;

/** A state in the record. */
export interface StateRecord {
  readonly iso2: string;
  readonly iso3: string;
  readonly group: StatesRow<'states'>['icc_group'];
  /** Of the United Nations. */
  readonly member: boolean;
  /** In the order in which they counted. */
  readonly acts: readonly TreatyAct[];
  readonly laws: readonly NationalLaw[];
  /** On persons whom the Court has sentenced. */
  readonly enforcement: readonly EnforcementAgreement[];
  readonly immunity: readonly ImmunityAgreement[];
  readonly findings: readonly NonCompliance[];
}

/** The whole record of the states as it stands now. */
export interface TreatyRecord {
  readonly states: ReadonlyMap<string, StateRecord>;
  readonly coverage: ReadonlyMap<Treaty | Topic, Coverage>;
  /** What was recorded otherwise before. */
  readonly corrections: readonly ActCorrection[];
  /** By their English. */
  readonly sourceWords: ReadonlyMap<string, SourceWords>;
}

/** @param files the fields of each file's rows, checked before */
export function assembleTreatyRecord(files: VisibleFields): TreatyRecord {
  const read = <Name extends keyof typeof statesShapes>(name: Name) =>
    rowsOf(statesShapes[name] as FileShape, files[name] ?? []) as unknown as StatesRow<Name>[];
  const acts = byState(read('treaty-acts').map(dated).sort(inOrder));
  const laws = byState(read('national-law'));
  const enforcement = byState(read('enforcement-agreements'));
  const immunity = byState(read('immunity-agreements'));
  const findings = byState(read('non-compliance'));
  return {
    states: new Map(
      read('states').map(({ iso2, iso3, icc_group: group, un_member }) => [
        iso3,
        {
          iso2,
          iso3,
          group,
          member: un_member === 'yes',
          acts: acts.get(iso3) ?? [],
          laws: laws.get(iso3) ?? [],
          enforcement: enforcement.get(iso3) ?? [],
          immunity: immunity.get(iso3) ?? [],
          findings: findings.get(iso3) ?? [],
        },
      ]),
    ),
    coverage: new Map(read('coverage').map((row) => [row.subject, row])),
    corrections: read('corrections'),
    sourceWords: new Map(read('source-words').map((row) => [row.en, row])),
  };
}

const byState = <Row extends { readonly iso3: string }>(rows: readonly Row[]) => Map.groupBy(rows, ({ iso3 }) => iso3);

function dated(row: StatesRow<'treaty-acts'>): TreatyAct {
  return {
    ...row,
    id: [row.iso3, row.treaty, row.act, row.date].join('-').toLowerCase(),
    type: row.act,
    knownOn: row.public_on ?? (row.date_is === 'by' ? lastDay(row.date) : firstDay(row.date)),
  };
}

/** On one day: what is done before what follows from it. */
const sequence: readonly ActType[] = ['signature', ...deposits, 'entry-into-force'];

function inOrder(one: TreatyAct, other: TreatyAct): number {
  return (
    one.knownOn.localeCompare(other.knownOn) ||
    one.date.localeCompare(other.date) ||
    sequence.indexOf(one.type) - sequence.indexOf(other.type)
  );
}
