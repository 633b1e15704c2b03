import { langs } from '../config/langs.ts';
import type { Fields, Files, Line, Problem } from '../facts/shapes.ts';
import { partialDay } from '../locales/format.ts';
import { isPartialDay } from '../text/partial-day.ts';
import { type SummaryToken, summaryNumbers, summaryTokens, summaryWords } from './summary-words.ts';

/** What is wrong with a sentence of a summary. */
type Rule = (row: Fields, events: readonly Fields[], files: Files) => string | undefined | false;

const rules: readonly Rule[] = [
  ({ events: ids = '' }, events) => {
    const unknown = ids.split(' ').filter((id) => !events.some((event) => event.id === id));
    return unknown.length > 0 && `events: ${unknown.join(', ')} not in events.csv`;
  },
  ({ situation }, events) =>
    events.some((event) => event.situation !== situation) && 'events: of another situation than the sentence',
  ({ case: of }, events) =>
    events.some((event) => event.case && of && event.case !== of) && 'events: of another case than the sentence',
  (row) => langs.some((lang) => /[{}]/.test(summaryWords(row[lang] ?? ''))) && 'a mark that is not known',
  (row) => differ(row, (text) => summaryTokens(text).map(nameOf).sort()) && 'other days or people in one language',
  (row) => differ(row, summaryNumbers) && 'other numbers in one language',
  (row, events, files) => {
    const wrong = summaryTokens(row.en ?? '').filter((token) => !isSaid(token, row, events, files));
    return wrong.length > 0 && `${wrong.map(nameOf).join(', ')}: no event of the sentence says so`;
  },
];

/** Whether each sentence rests on events of its own case or situation, and says the same days, people and numbers in each language. */
export function summaryProblems(files: Files): Problem[] {
  const events = new Map((files.events ?? []).map(({ fields }) => [fields.id ?? '', fields]));
  return (files.summaries ?? []).flatMap(({ line, fields }: Line) => {
    const resting = (fields.events ?? '').split(' ').flatMap((id): Fields[] => {
      const event = events.get(id);
      return event ? [event] : [];
    });
    return rules.flatMap((rule) => {
      const reason = rule(fields, resting, files);
      return reason ? [{ file: 'summaries.csv', line, reason }] : [];
    });
  });
}

const nameOf = ({ kind, of }: SummaryToken) => (kind === 'person' ? `person ${of}` : of);

function differ(row: Fields, of: (text: string) => readonly string[]): boolean {
  return new Set(langs.map((lang) => of(row[lang] ?? '').join('|'))).size > 1;
}

/** A day is an event's own or stands in its note; somebody named is somebody to whom one of the events happened. */
function isSaid({ kind, of }: SummaryToken, row: Fields, events: readonly Fields[], files: Files): boolean {
  if (kind === 'person')
    return (files.participants ?? []).some(
      ({ fields }) =>
        fields.case === row.case &&
        fields.person === of &&
        events.some(({ person }) => person === of || person === '' || person === undefined),
    );
  if (!isPartialDay(of)) return events.some(({ id }) => id === of);
  const day = partialDay('en', of);
  return events.some(({ note = '' }) => note.includes(day));
}
