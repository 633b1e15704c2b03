import type { Database } from '../database/database.ts';
import { dropPages } from '../site/invalidation.ts';
import { type Entry, fingerprintOf, type Reading, type Refused } from './entry.ts';
import { endEntries, insertEntries, type Known, selectKnown, updateEntries } from './import-queries.ts';

export interface Told {
  readonly at: string;
  readonly name: string;
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly added: readonly Told[];
  readonly changed: readonly Told[];
  readonly ended: readonly Told[];
  readonly unchanged: number;
  /** How many count as in office although the file gives no day of their term: it is taken for a list of those who serve now. */
  readonly undated: number;
  readonly refused: readonly Refused[];
  /** False: nothing was written, because of a dry run or of bad rows. */
  readonly written: boolean;
}

export interface ImportOptions {
  /** ISO 3166 alpha-3. */
  readonly state: string;
  readonly kind: 'popolo' | 'csv';
  /** 'YYYY-MM-DD': for which day the file speaks. */
  readonly day: string;
  /** Where the file comes from; an import ends only what an earlier one from the same source brought. */
  readonly source: string | undefined;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
}

/** Brings what a file says of a state's representatives into the database: all of it or nothing, and the second time nothing. @throws where the file names nobody */
export async function importRepresentatives(
  database: Database,
  reading: Reading,
  options: ImportOptions,
): Promise<ImportReport> {
  return database.transaction().execute(async (trx) => {
    const sourceKey = [options.kind, options.source].filter(Boolean).join(': ');
    const entries = reading.entries.map((entry) => ({
      ...entry,
      source: entry.source ?? options.source ?? null,
      asOf: entry.asOf ?? options.day,
    }));
    const people = plan(
      await selectKnown(trx, options.state, sourceKey),
      entries.filter(({ office }) => office === null),
      true,
    );
    const offices = plan(
      await selectKnown(trx, options.state, 'offices'),
      entries.filter(({ office }) => office !== null),
      false,
    );
    // A file without anybody would end everybody.
    if (entries.length === 0) throw new Error('nobody is in this file; nothing was written');
    const written = !options.dryRun && (reading.refused.length === 0 || options.skipBad);
    if (written) {
      await insertEntries(trx, options.state, sourceKey, people.added);
      await updateEntries(trx, [...people.changed, ...offices.changed]);
      await endEntries(
        trx,
        people.ended.map(({ id }) => id),
        options.day,
      );
      await dropPages(trx, ['representatives']);
    }
    return { ...report(people, offices, reading.refused, written), undated: entries.filter(isUndated).length };
  });
}

function isUndated({ office, endedOn, mandates }: Entry): boolean {
  return (
    office === null && endedOn === null && mandates.every((one) => one.started_on === null && one.ended_on === null)
  );
}

type Plan = ReturnType<typeof plan>;

/** @param whole the file names everybody: who is missing has left */
function plan(known: readonly Known[], entries: readonly Entry[], whole: boolean) {
  const byId = new Map(known.map((one) => [one.external_id, one]));
  const named = new Set(entries.map(({ externalId }) => externalId));
  return {
    added: entries.filter(({ externalId }) => !byId.has(externalId)),
    changed: entries.flatMap((entry) => {
      const before = byId.get(entry.externalId);
      return before && before.fingerprint !== fingerprintOf(entry) ? [{ id: before.id, entry }] : [];
    }),
    ended: whole ? known.filter(({ external_id, ended_on }) => ended_on === null && !named.has(external_id)) : [],
    unchanged: entries.filter((entry) => byId.get(entry.externalId)?.fingerprint === fingerprintOf(entry)).length,
  };
}

function report(people: Plan, offices: Plan, refused: readonly Refused[], written: boolean) {
  const told = (entry: Entry): Told => ({ at: entry.at, name: entry.name ?? entry.externalId });
  return {
    added: people.added.map(told),
    changed: [...people.changed, ...offices.changed].map(({ entry }) => told(entry)),
    ended: people.ended.map(({ external_id, name }) => ({ at: external_id, name: name ?? external_id })),
    unchanged: people.unchanged + offices.unchanged,
    refused,
    written,
  };
}
