import { SYSTEM } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import { words } from '../locales/words.ts';
import { readCsv } from './csv.ts';
import { importRepresentatives } from './import-representatives.ts';
import { bringExamplePeople, deleteExamplePeople, endExamplePeople, markExamples } from './tried-queries.ts';

export { selectExampleAddressees as exampleAddressees } from './tried-queries.ts';

const SOURCE = 'examples of a demonstration';
const KEY = `csv: ${SOURCE}`;
/** Of each district. */
const SEATS = 3;

/**
 * Puts so many people who are made up into the parliament of a state, each with an address that is.
 * @param lang in which they are named, each as an example
 */
export async function addExamplePeople(
  database: Database,
  { state, lang }: { state: string; lang: Lang },
  count: number,
  day: string,
): Promise<void> {
  const { t } = words(lang);
  const rows = Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    const name = t('representatives.example.name', { number });
    const area = t('representatives.example.area', { number: 1 + Math.floor(at / SEATS) });
    const party = t('representatives.example.party', { number: 1 + (at % 3) });
    const email = `member-${number}@parliament.${state.toLowerCase()}.example`;
    const [role, body] = [t('representatives.title.member'), t('representatives.example.body')];
    return `example-${number},${name},${role},${body},${party},${area},${email},${lang}`;
  });
  const file = ['id,name,role,body,party,area,email,languages', ...rows].join('\n');
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
