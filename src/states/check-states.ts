import { correctionProblems } from '../facts/corrections.ts';
import { seenOnlyShared } from '../facts/file-sharing.ts';
import type { Fields, Files, Line, Problem } from '../facts/shapes.ts';
import { type Day, firstDay, isDay, lastDay } from '../text/partial-day.ts';
import { entersIntoForce, withdrawalTakesEffect } from './entry-into-force.ts';
import { type ActType, deposits, statesReferences, type Treaty } from './shapes.ts';
import { standingBy } from './treaty-standing.ts';

const ofStates = statesReferences.map(([file]) => file);

/** What rows of the states' record say of each other. @returns every problem with its file and line */
export function checkStates(files: Files): Problem[] {
  const known = new Set((files.states ?? []).map(({ fields }) => fields.iso3));
  const unknown = ofStates.flatMap((file) =>
    (files[file] ?? [])
      .filter(({ fields }) => !known.has(fields.iso3))
      .map(({ line, fields }) => ({
        ...{ file: `${file}.csv`, line, code: 'unknown-state' },
        reason: `${fields.iso3} is not in states.csv`,
      })),
  );
  const acts = files['treaty-acts'] ?? [];
  const byStateAndTreaty = Map.groupBy(acts, ({ fields }) => `${fields.iso3}/${fields.treaty}`);
  return [
    ...unknown,
    ...[...byStateAndTreaty.values()].flatMap(actProblems),
    ...acceptedByNonParties(acts),
    ...seenOnlyShared(files),
    ...correctionProblems(files),
  ];
}

/** An amendment is for parties to accept, article 121 of the Statute; it may be deposited with the Statute's own instrument. */
function acceptedByNonParties(acts: readonly Line[]): Problem[] {
  const onStatute = Map.groupBy(
    inOrder(acts.filter(({ fields }) => fields.treaty === 'rome-statute')),
    ({ fields }) => fields.iso3,
  );
  return acts
    .filter((line) => line.fields.treaty?.startsWith('amendment') && isDeposit(line))
    .filter((line) => {
      const before = (onStatute.get(line.fields.iso3) ?? []).filter((act) => earliest(act) <= latest(line));
      return !['party', 'withdrawing', 'joining'].includes(standingAfter(before));
    })
    .map((line) => wrong(line, 'article-121', 'an amendment is for parties to the Statute (article 121)'));
}

const wrong = ({ line }: Line, code: string, reason: string, values = {}): Problem => ({
  ...{ file: 'treaty-acts.csv', line, code, reason, values },
});

/** The acts of one state on one treaty, in the order of their days. */
interface Acts {
  readonly all: readonly Line[];
  readonly of: (...types: string[]) => Line[];
}

type Rule = (acts: Acts) => (Problem | undefined | false)[];
const dateOf = (line: Line | undefined) => line?.fields.date ?? '';
/** What is not known to the day is given the benefit of the doubt. */
const hasDay = (line: Line) => isDay(dateOf(line)) && line.fields.date_is !== 'by';
const earliest = (line: Line): Day => (line.fields.date_is === 'by' ? '' : firstDay(dateOf(line)));
const latest = (line: Line): Day => lastDay(dateOf(line));

/** Article 121(4): it enters into force for all at once, when seven eighths of the parties have joined. */
const notInForce: Treaty = 'amendment-article-124-2015';

/** The Statute, article 125(1); the agreement on privileges and immunities, article 34(1). */
const openForSignature: Readonly<Partial<Record<string, readonly [from: Day, to: Day]>>> = {
  'rome-statute': ['1998-07-17', '2000-12-31'],
  apic: ['2002-09-10', '2004-06-30'],
};

const rules: readonly Rule[] = [
  ({ of }) =>
    of('signature').map((line) => {
      const open = openForSignature[line.fields.treaty ?? ''];
      if (!open) return wrong(line, 'not-signed', 'an amendment is not signed');
      const [from, to] = open;
      const date = dateOf(line);
      return (
        (lastDay(date) < from || firstDay(date) > to) &&
        wrong(line, 'not-open', `was open for signature from ${from} to ${to}`, { from, to })
      );
    }),
  ({ all, of }) =>
    of('withdrawal-notified').map(
      (line) =>
        standingAfter(all.slice(0, all.indexOf(line))) !== 'party' &&
        wrong(line, 'not-a-party', 'a notice of withdrawal by a state that is not a party'),
    ),
  ({ of }) =>
    of(...deposits)
      .slice(1)
      .map((line) => wrong(line, 'second-instrument', 'a second instrument without leaving in between')),
  ({ of }) =>
    of('entry-into-force')
      .slice(1)
      .map((line) => wrong(line, 'twice-in-force', 'enters into force twice')),
  ({ of }) =>
    of('entry-into-force').map(
      (line) => of(...deposits).length === 0 && wrong(line, 'in-force-without', 'in force without an instrument'),
    ),
  ({ of }) =>
    of(...deposits).map(
      (line) =>
        line.fields.treaty !== notInForce &&
        of('entry-into-force', 'accession-withdrawn').length === 0 &&
        wrong(line, 'instrument-without', 'an instrument without its entry into force'),
    ),
  ({ of }) =>
    of('signature').map((line) => {
      const [first] = of(...deposits);
      return (
        first !== undefined &&
        latest(first) < earliest(line) &&
        wrong(line, 'signed-after', 'signed after the instrument')
      );
    }),
  ({ of }) =>
    of('entry-into-force').map((line) => {
      const [instrument] = of(...deposits);
      if (!instrument || instrument.fields.act === 'succession' || !hasDay(instrument) || !hasDay(line))
        return undefined;
      const due = entersIntoForce(line.fields.treaty as Treaty, dateOf(instrument));
      return (
        due !== dateOf(line) && wrong(line, 'due', `enters into force on ${due} by the treaty’s own rule`, { due })
      );
    }),
  ({ all }) =>
    all.map(
      (line) =>
        Boolean(line.fields.other_date) !== Boolean(line.fields.other_source) &&
        wrong(line, 'other-day', 'another day and its source come together'),
    ),
  ({ of }) =>
    of('succession').map(
      (line) => !line.fields.predecessor && wrong(line, 'predecessor', 'a succession names its predecessor'),
    ),
  ({ of }) =>
    of('withdrawal-rescinded', 'withdrawal-effective').map((line) => {
      const notice = of('withdrawal-notified').findLast((before) => earliest(before) <= latest(line));
      if (!notice) return wrong(line, 'no-notice', `${line.fields.act} without a notice`);
      const due = withdrawalTakesEffect(lastDay(dateOf(notice)));
      return (
        line.fields.act === 'withdrawal-effective' &&
        due !== dateOf(line) &&
        hasDay(notice) &&
        wrong(line, 'takes-effect', `takes effect on ${due}, one year after the notice`, { due })
      );
    }),
];

function actProblems(lines: readonly Line[]): Problem[] {
  return memberships(lines).flatMap((all) => {
    const acts: Acts = { all, of: (...types) => all.filter((line) => types.includes(typeOf(line))) };
    return rules.flatMap((rule) => rule(acts).filter((problem) => problem !== undefined && problem !== false));
  });
}

const typeOf = ({ fields }: { fields: Fields }) => fields.act ?? '';
const isDeposit = (line: Line) => (deposits as readonly string[]).includes(typeOf(line));
const standingAfter = (lines: readonly Line[]) => standingBy(lines.map((line) => ({ type: typeOf(line) as ActType })));
const inOrder = (lines: readonly Line[]) => [...lines].sort((one, other) => latest(one).localeCompare(latest(other)));

/** A state that has left may come back: what follows its leaving is judged by itself. */
function memberships(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [[]];
  for (const line of inOrder(lines)) {
    parts.at(-1)?.push(line);
    if (/^(?:withdrawal-effective|accession-withdrawn)$/.test(typeOf(line))) parts.push([]);
  }
  return parts;
}
