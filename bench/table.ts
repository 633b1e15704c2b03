import { measuredItself, median, type Rate } from './rate.ts';

/** One line of the bench's table: what was measured, the figure, and the target it stands beside. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What the load generator itself can send, and the share of its processor time that it took, where there was one. */
  readonly generator?: string;
  readonly beside?: string;
  readonly ratio?: string;
  readonly target: string;
  /** The generator was the limit: the row says nothing about what it should have measured. */
  readonly refused?: boolean;
}

/** What a rate stands beside: another rate, what it is called, and their ratio in each round. */
export interface Comparison {
  readonly name: string;
  readonly perSecond: number;
  readonly ratios: readonly number[];
  /** Where the generator measured it, too. */
  readonly generated?: Rate;
}

/** The row of a rate; refused where the generator was the limit of anything in it. */
export function rateRow(what: string, rate: Rate, target: string, beside?: Comparison): Row {
  const refused = [rate, beside?.generated ?? rate].some(measuredItself);
  return {
    what,
    measured: perSecond(rate.perSecond),
    generator: `${perSecond(rate.limit)}, busy ${Math.round(100 * rate.busy)} %`,
    beside: beside ? `${beside.name} ${perSecond(beside.perSecond)}` : '',
    ratio: refused ? 'refused: the generator is the limit' : written(beside?.ratios ?? []),
    target,
    refused,
  };
}

/** The middle of the rounds and, where there were several, how far apart they lie. */
function written(ratios: readonly number[]): string {
  if (ratios.length === 0) return '';
  const middle = median(ratios).toFixed(2);
  return ratios.length === 1
    ? middle
    : `${middle} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
}

const columns = ['what', 'measured', 'generator', 'beside', 'ratio', 'target'] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

export function printTable(rows: readonly Row[]): void {
  const heads: Line = {
    what: 'what',
    measured: 'measured',
    generator: 'generator’s own limit, how busy it was',
    beside: 'beside',
    ratio: 'ratio',
    target: 'target',
  };
  const lines = rows.map((row): Line => ({ generator: '', beside: '', ratio: '', ...row }));
  const widths = columns.map((column) => Math.max(...[heads, ...lines].map((line) => line[column].length)));
  const drawn = (line: Line) =>
    `| ${columns.map((column, index) => line[column].padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  console.log([drawn(heads), rule, ...lines.map(drawn)].join('\n'));
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')}/s`;
}
