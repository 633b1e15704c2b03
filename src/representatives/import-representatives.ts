import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { readableAddress } from '../text/mailbox.ts';
import type { Entry, Reading, Refused } from './entry.ts';
import { compare, type Plan, planPeople } from './import-plan.ts';
import {
  addresseesPrint,
  endEntries,
  insertEntries,
  type Known,
  lockAddressees,
  seeAgain,
  selectElsewhere,
  selectKnown,
  updateEntries,
} from './import-queries.ts';
import { type SharedMailbox, sharedMailboxes } from './shared-mailboxes.ts';

export interface ImportedPerson {
  readonly at: string;
  readonly name: string;
  /** E-mail addresses as they were understood. */
  readonly addresses?: readonly string[];
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly added: readonly ImportedPerson[];
  readonly changed: readonly ImportedPerson[];
  readonly ended: readonly ImportedPerson[];
  /** Who is not among those that were read, and stays because a refused row may mean them. */
  readonly kept: readonly ImportedPerson[];
  /** Whose term is to come, with the day on which it begins. */
  readonly toCome: readonly (ImportedPerson & { readonly from: string })[];
  readonly unchanged: number;
  /** How many count as in office although the file gives no day of their term: it is taken for a list of those who serve now. */
  readonly undated: number;
  /** Addresses as they were understood, of more than one person. */
  readonly shared: readonly SharedMailbox[];
  readonly refused: readonly Refused[];
  /** Why nothing was written although rows could be; null where nothing spoke against it. */
  readonly halted: string | null;
  /** Why nobody is ended whoever is missing; null where whoever is missing has left. */
  readonly nobodyEnded: string | null;
  /** False: nothing was written, because of a dry run, of bad rows, or of what `halted` says. */
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
  readonly by: ActorId;
  /** The operator has read what `halted` said, and means it. */
  readonly sure?: boolean;
  /** How addressees stood when somebody looked at what would change (`addresseesPrint`). */
  readonly looked?: string;
}

/** Somebody changed those who can be written to since it was looked at what an import would do; nothing was written. */
export class AddresseesChangedError extends Error {
  override readonly name = 'AddresseesChangedError';
}

/** So few may leave, or be known elsewhere, without a question; of more, at most half. */
const FEW = 5;

/**
 * Brings what a file says of a state's representatives into the database: all of it or nothing, and the second time nothing.
 * @throws where the file names nobody; AddresseesChangedError
 */
export async function importRepresentatives(
  database: Database,
  reading: Reading,
  options: ImportOptions,
): Promise<ImportReport> {
  // A file without anybody would end everybody.
  if (reading.entries.length === 0 && reading.refused.length === 0)
    throw new Error('nobody is in this file; nothing was written');
  return database.transaction().execute(async (trx) => {
    await lockAddressees(trx, options.state);
    if (options.looked !== undefined && options.looked !== (await addresseesPrint(trx, options.state)))
      throw new AddresseesChangedError(options.state);
    const { people, offices, known } = await planned(trx, reading, options);
    const halted = options.sure ? null : doubt(people, known);
    const mayBe = reading.entries.length > 0 && (reading.refused.length === 0 || options.skipBad) && halted === null;
    const written = mayBe && !options.dryRun;
    if (written) await write(trx, people, offices, options);
    return { ...report(people, offices, reading), halted, written };
  });
}

async function planned(queries: Queries, reading: Reading, options: ImportOptions) {
  const entries = reading.entries.map((entry) => ({ ...entry, source: entry.source ?? options.source ?? null }));
  const people = entries.filter(({ office }) => office === null);
  const known = await selectKnown(queries, options.state, sourceKey(options));
  const knownOffices = await selectKnown(queries, options.state, 'offices');
  return {
    known,
    people: planPeople(known, people, reading),
    offices: compare(
      knownOffices,
      entries.filter(({ office }) => office !== null),
    ),
  };
}

function sourceKey({ kind, source }: ImportOptions): string {
  return [kind, source].filter(Boolean).join(': ');
}

/** What a person should look at before it is done: a part of a list, or an old one. */
function doubt(people: Plan, known: readonly Known[]): string | null {
  const inOffice = new Set(known.filter(({ ended_on }) => ended_on === null).map(({ id }) => id));
  const stepped = people.changed.filter(({ id, entry }) => entry.endedOn !== null && inOffice.has(id));
  const leaving = people.ended.length + stepped.length;
  if (leaving < FEW || leaving * 2 <= inOffice.size) return null;
  return `${leaving} of the ${inOffice.size} in office would be ended`;
}

/** Whether a file seems to be another state's, whose people are known there: in words for whoever imports it, before it is done. */
export async function doubtfulState(queries: Queries, reading: Reading, state: string): Promise<string | null> {
  const people = reading.entries.filter(({ office }) => office === null);
  const elsewhere = await selectElsewhere(queries, state, people);
  if (!elsewhere || elsewhere.people < FEW || elsewhere.people * 2 <= people.length) return null;
  return `${elsewhere.people} of the ${people.length} people in this file are new here and known in ${elsewhere.state}, by id and name`;
}

async function write(
  queries: Queries,
  people: Plan,
  offices: Pick<Plan, 'changed' | 'unchanged'>,
  options: ImportOptions,
): Promise<void> {
  const { state, day } = options;
  await insertEntries(queries, state, sourceKey(options), people.added, day);
  await updateEntries(queries, [...people.changed, ...offices.changed], day);
  await endEntries(
    queries,
    people.ended.map(({ id }) => id),
    day,
  );
  const seen = [...people.unchanged, ...offices.unchanged].filter(({ entry }) => entry.asOf === null);
  await seeAgain(
    queries,
    seen.map(({ id }) => id),
    day,
  );
  const onlyAdds = people.ended.length + people.changed.length + offices.changed.length === 0;
  await writeAudit(queries, {
    by: options.by,
    operation: 'representatives.import',
    item: ['state', state],
    because: options.source,
    after: {
      day,
      added: people.added.length,
      changed: people.changed.length + offices.changed.length,
      ended: people.ended.length,
    },
  });
  await dropPages(queries, ['representatives'], onlyAdds ? 'refresh' : 'remove');
}

function report(people: Plan, offices: Pick<Plan, 'changed' | 'unchanged'>, reading: Reading) {
  const { entries, refused } = reading;
  return {
    added: people.added.map(reportOf),
    changed: [...people.changed, ...offices.changed].map(({ entry }) => reportOf(entry)),
    ended: people.ended.map(reportOfKnown),
    kept: people.kept.map(reportOfKnown),
    toCome: entries.flatMap((entry) => (entry.beginsOn === null ? [] : [{ ...reportOf(entry), from: entry.beginsOn }])),
    unchanged: people.unchanged.length + offices.unchanged.length,
    undated: entries.filter(isUndated).length,
    shared: sharedMailboxes(entries),
    refused,
    nobodyEnded: people.anybody
      ? 'a refused row has no name that could be read, and its id is nobody’s or another row’s: it may mean anybody'
      : null,
  };
}

function reportOf({ at, name, externalId, channels }: Entry): ImportedPerson {
  const addresses = channels.filter(({ kind }) => kind === 'email').map(({ value }) => readableAddress(value));
  return { at, name: name ?? externalId, addresses };
}

function reportOfKnown({ external_id, name }: Known): ImportedPerson {
  return { at: external_id, name: name ?? external_id };
}

function isUndated({ office, endedOn, mandates }: Entry): boolean {
  return (
    office === null && endedOn === null && mandates.every((one) => one.started_on === null && one.ended_on === null)
  );
}
