import { correctionProblems } from '../facts/corrections.ts';
import { seenOnlyShared } from '../facts/file-sharing.ts';
import type { Fields, Files, Line, Problem } from '../facts/shapes.ts';
import { firstDay, lastDay } from '../text/partial-day.ts';
import { orderProblems } from './check-order.ts';
import { summaryProblems } from './check-summaries.ts';
import { situationEvents } from './event-types.ts';
import { recordReferences } from './shapes.ts';

/**
 * What rows say of each other: slugs that exist, a case's own situation, a warrant's instrument.
 * @returns every problem with its file and line
 */
export function checkRecord(files: Files): Problem[] {
  const references = [
    ...unknownSlugs(files),
    ...misplaced(files),
    ...wrongStates(files),
    ...notYetKnown(files),
    ...seenOnlyShared(files),
    ...correctionProblems(files),
    ...summaryProblems(files),
  ];
  // An order can be judged only where everything is found.
  return references.length > 0 ? references : orderProblems(files);
}

const all = (files: Files, file: string): readonly Line[] => files[file] ?? [];
const slugsOf = (files: Files, file: string, column = 'slug') =>
  new Set(all(files, file).map(({ fields }) => fields[column] ?? ''));

function unknownSlugs(files: Files): Problem[] {
  return recordReferences.flatMap(([file, column, target, key]) => {
    const known = slugsOf(files, target, key);
    return all(files, file).flatMap(({ line, fields }) => {
      const value = fields[column] ?? '';
      return value === '' || known.has(value)
        ? []
        : [{ file: `${file}.csv`, line, reason: `${column}: ${value} is not in ${target}.csv` }];
    });
  });
}

/** What a row about something that happens must say of where it belongs. @returns the reason against it, and by which the office says it */
type Rule = (fields: Fields, known: Belonging) => readonly [code: string, reason: string] | '' | undefined | false;

interface Belonging {
  readonly situationOf: ReadonlyMap<string, string>;
  readonly participants: ReadonlySet<string>;
}

const ofSituation = (type = '') => (situationEvents as readonly string[]).includes(type);

const rules: readonly Rule[] = [
  ({ case: of = '', situation }, { situationOf }) =>
    of !== '' && situationOf.get(of) !== situation && ['case-elsewhere', `case ${of} is not in situation ${situation}`],
  ({ case: of, person }) => person && !of && ['person-without-case', 'names a person and no case'],
  ({ case: of, person }, { participants }) =>
    of &&
    person &&
    !participants.has(`${of}/${person}`) && ['not-in-case', `${person} is not in case ${of} (participants.csv)`],
  ({ case: of, type }) => of && ofSituation(type) && ['of-situation', `${type} is of a situation, not of a case`],
  ({ case: of, type }) => !of && !ofSituation(type) && ['needs-case', `${type} needs a case`],
  ({ type = '', person, instrument }) =>
    instrument !== undefined &&
    /^(warrant|summons)-issued$/.test(type) &&
    !(person && instrument) && ['needs-instrument', 'a warrant or summons needs a person and an instrument'],
  ({ public_on, date = '', instrument }) =>
    instrument !== undefined &&
    public_on &&
    firstDay(date) > public_on && ['public-before', 'became public before it happened'],
];

function misplaced(files: Files): Problem[] {
  const known: Belonging = {
    situationOf: new Map(all(files, 'cases').map(({ fields }) => [fields.slug ?? '', fields.situation ?? ''])),
    participants: new Set(all(files, 'participants').map(({ fields }) => `${fields.case}/${fields.person}`)),
  };
  return ['events', 'scheduled'].flatMap((file) =>
    all(files, file).flatMap(({ line, fields }) =>
      rules.flatMap((rule) => {
        const [code, reason] = rule(fields, known) || [];
        return code && reason ? [{ file: `${file}.csv`, line, code, reason }] : [];
      }),
    ),
  );
}

/** A participant may leave a case only after joining it, and belongs to a trial within its dates. */
function wrongStates(files: Files): Problem[] {
  return ['participants', 'trials'].flatMap((file) =>
    all(files, file).flatMap(({ line, fields }) =>
      fields.joined_on && fields.left_on && lastDay(fields.left_on) < firstDay(fields.joined_on)
        ? [{ file: `${file}.csv`, line, code: 'left-before', reason: 'left before joining' }]
        : [],
    ),
  );
}

/**
 * What the sources can't have told yet has not happened: it may be scheduled. Of a case or a situation more may be known than of the
 * whole. A report without names is a note, which no coverage holds back because no figure counts it.
 */
function notYetKnown(files: Files): Problem[] {
  const known = new Map(all(files, 'coverage').map(({ fields }) => [fields.subject, fields.known_through ?? '']));
  if (!known.has('docket')) return [];
  const throughOf = ({ situation, case: of }: Fields) =>
    ['docket', situation, of]
      .map((subject) => known.get(subject ?? '') ?? '')
      .sort()
      .at(-1) ?? '';
  return all(files, 'events')
    .filter(({ fields }) => fields.type !== 'warrants-reported' && firstDay(fields.date ?? '') > throughOf(fields))
    .map(({ line, fields }) => ({
      file: 'events.csv',
      line,
      code: 'after-known',
      values: { due: throughOf(fields) },
      reason: `is after ${throughOf(fields)}, through which the record is known (coverage.csv); what is to come stands in scheduled.csv`,
    }));
}
