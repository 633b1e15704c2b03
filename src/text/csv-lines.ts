import { stringify } from 'csv-stringify/sync';

/** Lines of a CSV (RFC 4180); what a spreadsheet would reckon as a formula is text. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(rows as (string | number | null)[][], { escape_formulas: true, record_delimiter: 'windows' });
}
