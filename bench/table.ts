/** One line of the bench's table: what was measured, the figure, and the target it stands beside. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly beside: string;
  readonly ratio: string;
  readonly target: string;
}

export function printTable(rows: readonly Row[]): void {
  const heads: Row = { what: 'what', measured: 'measured', beside: 'beside', ratio: 'ratio', target: 'target' };
  const columns = ['what', 'measured', 'beside', 'ratio', 'target'] as const;
  const widths = columns.map((column) => Math.max(...[heads, ...rows].map((row) => row[column].length)));
  const line = (row: Row) =>
    `| ${columns.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join(' | ')} |`;
  console.log(
    [line(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n'),
  );
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')}/s`;
}

export function ratio(value: number): string {
  return value.toFixed(2);
}
