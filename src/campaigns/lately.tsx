import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import { recordAddresses } from '../record/addresses.ts';
import { EventSentence, newestSaid } from '../record/components/event-sentence.tsx';
import type { RecordView } from '../record/record-view.ts';
import { actDay } from '../states/act-day.ts';
import { actSentence } from '../states/act-sentence.ts';
import { stateAddresses } from '../states/addresses.ts';
import { newestActs } from '../states/treaty-standing.ts';
import type { Campaign } from './campaign.ts';
import { isOpen } from './shown-campaigns.ts';
import type { Tally } from './tally.ts';

/** How many of each. */
const MOST = 3;

interface Props {
  readonly record: RecordView;
  readonly campaign: Campaign | undefined;
  readonly tally: Tally | undefined;
}

/** That something is happening: the newest before the Court, of states, and of people who take part, each with its day. */
export function Lately({ record, campaign, tally }: Props) {
  const { view } = record;
  return (
    <section>
      <h2>{view.t('campaigns.lately')}</h2>
      <div className="cols lately">
        <AtTheCourt record={record} />
        <States record={record} />
        {campaign && tally && isOpen(campaign) && <People view={view} campaign={campaign} tally={tally} />}
      </div>
    </section>
  );
}

function AtTheCourt({ record }: { record: RecordView }) {
  const { view } = record;
  return (
    <Column
      title={
        <a className="plain" href={recordAddresses.record(view.lang)}>
          {view.t('campaigns.lately.court')}
        </a>
      }
    >
      <ul className="list">
        {newestSaid(record, MOST).map((event) => (
          <li key={event.id}>
            <EventSentence record={record} event={event} />
            <Day date={event.date} said={view.partialDay(event.date)} />
          </li>
        ))}
      </ul>
    </Column>
  );
}

function States({ record: { view, world, on } }: { record: RecordView }) {
  return (
    <Column
      title={
        <a className="plain" href={stateAddresses.states(view.lang)}>
          {view.t('campaigns.lately.states')}
        </a>
      }
    >
      <ul className="list">
        {newestActs(world.treaty, on, MOST).map(({ state, act }) => (
          <li key={act.id}>
            <a href={`${stateAddresses.state(view.lang, state.iso3)}#${act.id}`}>{actSentence(view, state, act)}</a>
            <Day date={act.date} said={actDay(view, act)} />
          </li>
        ))}
      </ul>
    </Column>
  );
}

/** Of people only how many, and the day of the last. */
function People({ view, campaign, tally }: { view: View; campaign: Campaign; tally: Tally }) {
  const { people, lastJoinedAt } = tally;
  const joined = lastJoinedAt
    ? view.t('campaigns.lately.taking-part', { count: people, day: view.dayOf(lastJoinedAt) })
    : view.rich('campaigns.count.people', { count: people, b: (words) => words });
  return (
    <Column title={view.t('campaigns.lately.people')}>
      <p>{people > 0 ? joined : view.t('campaigns.lately.nobody')}</p>
      <p>
        <a className="go o" href={pledgeAddresses.join(view.lang, campaign.slug)}>
          {view.t('campaigns.join')}
        </a>
      </p>
    </Column>
  );
}

function Column({ title, children }: { title: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Day({ date, said }: { date: string; said: string }) {
  return (
    <time className="q s" dateTime={date}>
      {said}
    </time>
  );
}
