import { Fragment } from 'preact';
import { apiAddresses } from '../../api/addresses.ts';
import type { View } from '../../http/view.ts';
import { inDigitsOf } from '../../locales/digits.ts';
import { Listed } from '../../site/components/listed.tsx';
import { Rows } from '../../site/components/rows.tsx';
import { saidDay } from '../../site/said-day.ts';
import { siteName } from '../../states/sources.ts';
import { capital } from '../../text/capital.ts';
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

/** Each site that the paragraph rests on, once; those of which nothing was read yet, or not all, stand apart. */
function Sources({ view, events }: { view: View; events: readonly Event[] }) {
  const bySite = [...Map.groupBy(events, ({ source }) => siteName(source))];
  const sites = Map.groupBy(bySite, ([, here]) => howFar(here));
  const rows = ([undefined, 'partly', 'unchecked'] as const).map((how) => {
    const here = sites.get(how);
    const firsts = here?.map(([site, events]) => [site, events[0]?.source ?? ''] as const);
    return firsts && <SourceRow key={how ?? 'read'} view={view} how={how} sites={firsts} />;
  });
  return (
    <p className="q s">
      <Rows of={rows} />
    </p>
  );
}

function howFar(events: readonly Event[]): 'partly' | 'unchecked' | undefined {
  const unchecked = events.filter(({ standing }) => standing === 'unchecked').length;
  if (unchecked === 0) return undefined;
  return unchecked === events.length ? 'unchecked' : 'partly';
}

interface RowProps {
  readonly view: View;
  readonly how: ReturnType<typeof howFar>;
  readonly sites: readonly (readonly [site: string, source: string])[];
}

/** What was not read leads to what that means. */
function SourceRow({ view, how, sites }: RowProps) {
  return (
    <>
      {how ? (
        <a href={apiAddresses.verification(view.lang)}>{view.t(`record.summary.${how}`)}</a>
      ) : (
        view.t('record.summary.sources', { many: sites.length > 1 ? 'yes' : 'no' })
      )}
      {view.t('site.colon')}
      <Listed
        lang={view.lang}
        of={sites.map(([site, source]) => (
          <a key={site} href={source} rel="noreferrer external">
            <bdi>{site}</bdi>
          </a>
        ))}
      />
    </>
  );
}
