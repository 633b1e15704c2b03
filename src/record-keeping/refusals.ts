import type { RowProblem } from '../facts/revise.ts';
import type { View } from '../http/view.ts';
import { isolated } from '../locales/isolated.ts';
import type { Kind } from './kinds.ts';

/** At which column it is said what rows contradict each other in; else at the first. */
const columnOf = {
  'unknown-state': 'iso3',
  'article-121': 'treaty',
  'not-signed': 'act',
  'not-open': 'date',
  'not-a-party': 'act',
  'second-instrument': 'act',
  'twice-in-force': 'act',
  'in-force-without': 'act',
  'instrument-without': 'act',
  'signed-after': 'date',
  due: 'date',
  'other-day': 'other_date',
  predecessor: 'predecessor',
  'no-notice': 'act',
  'takes-effect': 'date',
  'only-shared': 'standing',
  'case-elsewhere': 'case',
  'person-without-case': 'case',
  'not-in-case': 'person',
  'of-situation': 'type',
  'needs-case': 'case',
  'needs-instrument': 'instrument',
  'public-before': 'public_on',
  'left-before': 'left_on',
  'after-known': 'date',
  'out-of-order': 'type',
  'two-verdicts': 'type',
  examination: 'type',
  'not-opened': 'type',
} as const;
type Code = keyof typeof columnOf;

const isCode = (code: string | undefined): code is Code => code !== undefined && Object.hasOwn(columnOf, code);

/** What is wrong between rows, in words, by the column of the form that has to be another; each column says one thing. */
export function refusalsIn(view: Pick<View, 't' | 'partialDay'>, kind: Kind, problems: readonly RowProblem[]) {
  const first = kind.columns[0] ?? '';
  return new Map(
    problems.toReversed().map((problem) => {
      const column: string = isCode(problem.code) ? columnOf[problem.code] : first;
      return [kind.columns.some((name) => name === column) ? column : first, sayRefusal(view, problem)] as const;
    }),
  );
}

/** As above, for itself. */
export function sayRefusal({ t, partialDay }: Pick<View, 't' | 'partialDay'>, problem: RowProblem): string {
  const { code, reason, values = {} } = problem;
  if (!isCode(code)) return t('record-keeping.refused.other', { reason: isolated(reason) });
  const said = Object.entries(values).map(([name, value]) => [name, value && partialDay(value)] as const);
  return t(`record-keeping.refused.${code}`, { due: '', from: '', to: '', ...Object.fromEntries(said) });
}
