import type { Files, Line, Problem } from '../facts/shapes.ts';
import { firstDay, lastDay } from '../text/partial-day.ts';

/** What can't come before what, for one person in one case. Days less precise than needed are given the benefit of the doubt. */
const order: readonly { later: readonly string[]; needs: readonly string[] }[] = [
  {
    later: ['arrested', 'surrendered', 'voluntary-appearance', 'initial-appearance'],
    needs: ['warrant-issued', 'summons-issued'],
  },
  { later: ['trial-opened'], needs: ['charges-confirmed'] },
  { later: ['closing-statements', 'convicted', 'acquitted', 'no-case-to-answer'], needs: ['trial-opened'] },
  {
    later: ['sentenced', 'appeal-conviction-upheld', 'appeal-conviction-reversed', 'reparations-ordered'],
    needs: ['convicted'],
  },
  { later: ['sentence-amended', 'sentence-served', 'appeal-sentence-upheld'], needs: ['sentenced'] },
  { later: ['appeal-reparations-reversed'], needs: ['reparations-ordered'] },
  { later: ['appeal-acquittal-upheld', 'appeal-acquittal-reversed'], needs: ['acquitted'] },
  { later: ['warrant-withdrawn'], needs: ['warrant-issued'] },
  {
    later: ['appeal-lodged', 'appeal-pending', 'appeal-withdrawn', 'judgment-final'],
    needs: ['convicted', 'acquitted'],
  },
];

/** A trial ends in one of two ways; the other can follow only where an appeal has reversed the first. */
const verdicts = [
  { verdict: 'acquitted', other: 'convicted', reversed: 'appeal-conviction-reversed' },
  { verdict: 'convicted', other: 'acquitted', reversed: 'appeal-acquittal-reversed' },
];

/** Events that stand in an order that can't be. @returns the later event's line */
export function orderProblems(files: Files): Problem[] {
  const lines = files.events ?? [];
  const byCase = Map.groupBy(lines, ({ fields }) => fields.case ?? '');
  const people = [...(files.participants ?? [])].map(({ fields }) => ({
    case: fields.case ?? '',
    person: fields.person ?? '',
  }));
  return [
    ...people.flatMap(({ case: of, person }) => {
      const theirs = (byCase.get(of) ?? []).filter(({ fields }) => !fields.person || fields.person === person);
      return [...outOfOrder(theirs), ...twoVerdicts(theirs)];
    }),
    ...[...Map.groupBy(byCase.get('') ?? [], ({ fields }) => fields.situation ?? '').values()].flatMap(
      situationProblems,
    ),
  ];
}

const wrong = ({ line }: Line, code: string, reason: string): Problem => ({ file: 'events.csv', line, code, reason });
const dateOf = (line: Line) => line.fields.date ?? '';

function outOfOrder(lines: readonly Line[]): Problem[] {
  return order.flatMap(({ later, needs }) => {
    const earlier = lines.filter(({ fields }) => needs.includes(fields.type ?? ''));
    return lines
      .filter(({ fields }) => later.includes(fields.type ?? '') && fields.person)
      .filter((line) => !earlier.some((before) => firstDay(dateOf(before)) <= lastDay(dateOf(line))))
      .map((line) => wrong(line, 'out-of-order', `${line.fields.type} before any ${needs.join(' or ')}`));
  });
}

function twoVerdicts(lines: readonly Line[]): Problem[] {
  const by = (type: string, line: Line) =>
    lines.filter((one) => one.fields.type === type && firstDay(dateOf(one)) <= lastDay(dateOf(line)));
  return verdicts.flatMap(({ verdict, other, reversed }) =>
    lines
      .filter(({ fields }) => fields.type === verdict)
      .filter((line) => by(other, line).length > by(reversed, line).length)
      .map((line) =>
        wrong(line, 'two-verdicts', `${verdict} after ${other} at trial; on appeal it has a type of its own`),
      ),
  );
}

/** Examinations open and close in turn; an investigation is paused, resumed and closed after it was opened. */
function situationProblems(lines: readonly Line[]): Problem[] {
  const sorted = [...lines].sort((a, b) => firstDay(dateOf(a)).localeCompare(firstDay(dateOf(b))));
  const typeOf = ({ fields }: Line) => fields.type ?? '';
  const examinations = sorted.filter((line) => typeOf(line).startsWith('preliminary-examination'));
  const opened = sorted.find((line) => typeOf(line) === 'investigation-opened');
  return [
    ...examinations.flatMap((line, index) => {
      const expected = index % 2 === 0 ? 'opened' : 'closed';
      return typeOf(line).startsWith(`preliminary-examination-${expected}`)
        ? []
        : [
            wrong(
              line,
              'examination',
              `an examination that is ${expected === 'opened' ? 'not open is closed' : 'open is opened again'}`,
            ),
          ];
    }),
    ...sorted
      .filter((line) =>
        /^(investigation-(paused|resumed|closed)|deferral-requested|appeal-resumption-upheld)$/.test(typeOf(line)),
      )
      .filter((line) => !opened || firstDay(dateOf(opened)) > lastDay(dateOf(line)))
      .map((line) => wrong(line, 'not-opened', `${typeOf(line)} before the investigation was opened`)),
  ];
}
