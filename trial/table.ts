import type { Finding } from './part.ts';

const columns = ['what', 'found', 'promised', 'holds'] as const;

/** What was found of each promise, as a table. */
export function tableOf(findings: readonly Finding[]): string {
  const heads = { what: 'what', found: 'found', promised: 'promised', holds: 'holds' };
  const lines = [heads, ...findings.map((one) => ({ ...one, holds: one.holds ? 'yes' : 'BROKEN' }))];
  const widths = columns.map((column) => Math.max(...lines.map((line) => line[column].length)));
  const drawn = lines.map(
    (line) => `| ${columns.map((column, at) => line[column].padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  return [drawn[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...drawn.slice(1)].join('\n');
}
