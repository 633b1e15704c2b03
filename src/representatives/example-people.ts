import { SYSTEM } from '../actors/actors.ts';
import type { Database, Queries } from '../database/database.ts';
import { readCsv } from './csv.ts';
import { importRepresentatives } from './import-representatives.ts';
import { bringExamplePeople, deleteExamplePeople, endExamplePeople, markExamples } from './tried-queries.ts';

export { selectExampleAddressees as exampleAddressees } from './tried-queries.ts';

const SOURCE = 'examples of a demonstration';
const KEY = `csv: ${SOURCE}`;

/** Puts so many people who are made up into the parliament of a state, each with an address that is. */
export async function addExamplePeople(database: Database, state: string, count: number, day: string): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    const area = `Example District ${1 + (at % 4)}`;
    const party = `Example Party ${1 + (at % 3)}`;
    const email = `representative-${number}@parliament.${state.toLowerCase()}.example`;
    return `example-${number},Example Representative ${number},Member,Example Assembly,${party},${area},${email}`;
  });
  const file = ['id,name,role,body,party,area,email', ...rows].join('\n');
  const how = {
    state,
    kind: 'csv',
    day,
    source: SOURCE,
    skipBad: false,
    dryRun: false,
    sure: true,
    by: SYSTEM,
  } as const;
  await importRepresentatives(database, readCsv(file, day), how);
  await database.transaction().execute((trx) => markExamples(trx, KEY));
}

export const endPeople = (trx: Queries) => endExamplePeople(trx, KEY);
export const bringPeople = (trx: Queries) => bringExamplePeople(trx, KEY);
export const deletePeople = (trx: Queries) => deleteExamplePeople(trx, KEY);
