import { stringify } from 'csv-stringify/sync';
import { revisionsOf, standingFields } from '../facts/facts.ts';
import type { DatasetName } from '../facts/shapes.ts';
import type { FileAnswer, Handler } from '../site/visit.ts';
import { openColumns, openShapes } from './open-shapes.ts';
import { PROBLEM_TYPE, problemBody } from './problem.ts';

/**
 * A file of a data set under a revision: `events.csv`, or `metadata.json`, which describes them all (CSV on the Web, W3C 2015). A revision
 * never changes, so that these may be kept for ever. What is not there is a problem as JSON (RFC 9457).
 */
export const datasetFile: Handler = async ({ app, params }) => {
  const { dataset = '', revision = '', file = '' } = params;
  const nothing = (what: string): FileAnswer => {
    const told = { status: 404, title: 'Nothing there', detail: `there is no ${what} of this name` };
    const body = problemBody(told, `/data/${dataset}/${revision}/${file}`);
    return { kind: 'file', status: 404, type: PROBLEM_TYPE, body, open: true };
  };
  if (dataset !== 'record' && dataset !== 'states') return nothing('data set');
  const known = (await revisionsOf(app.database, dataset)).find(({ id }) => String(id) === revision);
  if (!known) return nothing('revision');
  const at = `${app.settings.PUBLIC_URL}/data/${dataset}/${known.id}`;
  if (file === 'metadata.json') {
    const body = JSON.stringify(metadata(dataset, at, known.at), null, 2);
    return { kind: 'file', type: 'application/csvm+json; charset=utf-8', body, open: true, lasting: true };
  }
  const name = file.replace(/\.csv$/, '');
  const columns = openColumns(dataset, name);
  if (!columns || !file.endsWith('.csv')) return nothing('file');
  const rows = (await standingFields(app.database, dataset, known.id))[name] ?? [];
  // What a spreadsheet would take for a formula is made plain text.
  const body = stringify([...rows], { header: true, columns: [...columns], escape_formulas: true });
  const type = 'text/csv; charset=utf-8';
  return { kind: 'file', type, body, name: `${dataset}-${known.id}-${file}`, open: true, lasting: true };
};

function metadata(dataset: DatasetName, at: string, made: Date) {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    'dc:title': dataset === 'record' ? 'The record of the International Criminal Court' : 'Where every state stands',
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dc:modified': { '@value': made.toISOString(), '@type': 'xsd:dateTime' },
    tables: Object.entries(openShapes[dataset]).map(([name, shape]) => ({
      url: `${at}/${name}.csv`,
      tableSchema: {
        columns: Object.keys(shape.row.shape).map((column) => ({ name: column, titles: column, datatype: 'string' })),
      },
    })),
  };
}
