import { Fragment } from 'react';
import { apiAddresses } from '../../api/addresses.ts';
import type { View } from '../../http/view.ts';
import { inDigitsOf } from '../../locales/digits.ts';
import { saidDay } from '../../site/said-day.ts';
import { siteName } from '../../states/sources.ts';
import type { Event, SummarySentence } from '../docket.ts';
import { personName } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import type { Summary } from '../summary.ts';
import { type SummaryToken, summaryPieces } from '../summary-words.ts';
import { Cleared } from './cleared.tsx';

/** What happened, to whom and where, in a paragraph, with the sources that it rests on under it. */
export function SummaryParagraph({ record, summary }: { record: RecordView; summary: Summary }) {
  if (summary.sentences.length === 0) return null;
  return (
    <div className="told">
      <p className="read">
        {summary.sentences.map((sentence) => (
          <Fragment key={sentence.part}>
            <Sentence record={record} sentence={sentence} />{' '}
          </Fragment>
        ))}
      </p>
      <Sources view={record.view} events={summary.events} />
    </div>
  );
}

function Sentence({ record, sentence }: { record: RecordView; sentence: SummarySentence }) {
  const pieces = summaryPieces(sentence[record.view.lang]);
  return pieces.map((piece, at) => {
    const key = `${at}`;
    if (typeof piece === 'string') return <Fragment key={key}>{inDigitsOf(record.view.lang, piece)}</Fragment>;
    if (piece.kind === 'person') return <Named key={key} record={record} sentence={sentence} slug={piece.of} />;
    const day = dayIn(record, piece);
    return <Fragment key={key}>{at === 0 ? capital(day) : day}</Fragment>;
  });
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function dayIn({ view, world }: RecordView, { kind, of }: SummaryToken): string {
  const day = world.docket.events.find(({ id }) => id === of)?.date ?? of;
  return kind === 'day' || kind === 'person' ? view.partialDay(day) : saidDay(view, kind, day);
}

function Named({ record, sentence, slug }: { record: RecordView; sentence: SummarySentence; slug: string }) {
  const { view, world } = record;
  const participant = world.docket.participants.find(
    (one) => one.case.slug === sentence.case && one.person.slug === slug,
  );
  if (!participant) return null;
  return (
    <>
      <bdi>{personName(view.lang, participant.person)}</bdi>
      <Cleared record={record} participant={participant} />
    </>
  );
}

/** Each site that the paragraph rests on, once; where nothing of it was read yet, or not all, that is said. */
function Sources({ view, events }: { view: View; events: readonly Event[] }) {
  const bySite = [...Map.groupBy(events, ({ source }) => siteName(source))];
  return (
    <p className="q s">
      {view.t('record.summary.sources')}
      {view.t('site.colon')}
      {bySite.map(([site, [first, ...more]], at) => (
        <Fragment key={site}>
          {at > 0 && ' · '}
          <a href={first?.source} rel="noreferrer external">
            <bdi>{site}</bdi>
          </a>
          <HowVerified view={view} events={[first, ...more]} />
        </Fragment>
      ))}
    </p>
  );
}

/** With the way to what that means. */
function HowVerified({ view, events }: { view: View; events: readonly (Event | undefined)[] }) {
  const unchecked = events.filter((event) => event?.standing === 'unchecked').length;
  if (unchecked === 0) return null;
  const words = view.t(unchecked === events.length ? 'record.standing.unchecked' : 'record.summary.partly');
  return (
    <>
      {' ('}
      <a href={apiAddresses.verification(view.lang)}>{words}</a>)
    </>
  );
}
