import { stringify } from 'csv-stringify/sync';
import { type Revision, visibleFields, visibleRevisions } from '../facts/facts.ts';
import type { VisibleFields } from '../facts/visible-fields.ts';
import type { FileAnswer } from '../http/answer.ts';
import { chosen } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { apiAddresses } from './addresses.ts';
import { CSVW_TYPE, csvwOf } from './csvw.ts';
import { datasets } from './datasets.ts';
import { openColumns } from './open-shapes.ts';
import { PROBLEM_TYPE, problemBody } from './problem.ts';

/**
 * A file of a data set under a revision: `events.csv`, or `metadata.json`, which describes them all (CSV on the Web, W3C 2015). A revision
 * never changes, but what of it may be seen does: a row that is kept back later is gone from it, and one that was kept back comes, so that
 * whoever keeps a file asks again. What is not there is a problem as JSON (RFC 9457).
 *
 * Cells are given out as they are recorded, so that a file can be imported as it is. With `?guard=spreadsheet` an apostrophe stands before
 * what a spreadsheet would take for a formula.
 */
export const datasetFile = fromVisible(revisionNamed, (seen, { app, params, query }): FileAnswer => {
  const { dataset = '', revision = '', file = '' } = params;
  const problem = (status: number, title: string, detail: string): FileAnswer => {
    const body = problemBody({ status, title, detail }, apiAddresses.file(dataset, revision, file));
    return { kind: 'file', status, type: PROBLEM_TYPE, body, open: true };
  };
  const nothing = (what: string) => problem(404, 'Nothing there', `there is no ${what} of this name`);
  if (!isDataset(dataset)) return nothing('data set');
  const known = seen.revisions?.find(({ id }) => String(id) === revision);
  if (!known) return nothing('revision');
  const addressOf = (name: string) => `${app.settings.PUBLIC_URL}${apiAddresses.file(dataset, revision, name)}`;
  if (file === 'metadata.json') {
    return { kind: 'file', type: CSVW_TYPE, body: csvwOf(dataset, addressOf, known.at), open: true, lasting: true };
  }
  const name = file.replace(/\.csv$/, '');
  const columns = openColumns(dataset, name);
  if (!columns || !file.endsWith('.csv')) return nothing('file');
  if (!seen.files) return nothing('file');
  const guard = query.get('guard') ?? 'none';
  if (!isGuard(guard)) return problem(400, 'Not understood', `guard: ${guards.join(' or ')}`);
  return {
    kind: 'file',
    type: 'text/csv; charset=utf-8',
    body: csvOf(seen.files, name, columns, guard),
    name: `${dataset}-${known.id}-${file}`,
    describedBy: addressOf('metadata.json'),
    open: true,
    tags: [dataset],
  };
});

interface Named {
  readonly revisions?: readonly Revision[];
  readonly files?: VisibleFields;
}

/** The revisions of the data set that an address names, and what may be seen of the one that it names. */
async function revisionNamed({ app: { database }, params }: SiteRequest): Promise<Visible<Named>> {
  const { dataset = '', revision = '', file = '' } = params;
  if (!isDataset(dataset)) return together({});
  const revisions = await visibleRevisions(database, datasets[dataset]);
  const known = revisions.find(({ id }) => String(id) === revision);
  if (!known || !file.endsWith('.csv')) return together({ revisions });
  return together({ revisions, files: await visibleFields(database, datasets[dataset], known.id) });
}

const isDataset = (name: string) => name === 'record' || name === 'states';

/** Whether a file is guarded for a spreadsheet. */
export const fileQuery = { guard: chosen(40) };

const guards = ['none', 'spreadsheet'] as const;
type Guard = (typeof guards)[number];
const isGuard = (text: string): text is Guard => (guards as readonly string[]).includes(text);

/**
 * A file of a data set as CSV (RFC 4180); what a reader of CSV would trim or cut is quoted.
 * @param guard whether formulas are made plain text
 */
export function csvOf(files: VisibleFields, name: string, columns: readonly string[], guard: Guard): string {
  return stringify([...(files[name] ?? [])], {
    header: true,
    columns: [...columns],
    quoted_match: /^\s|\s$|\r/,
    escape_formulas: guard === 'spreadsheet',
  });
}
