import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Applying, AsksOn } from '../campaigns/ask-of-the-day.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { metBy } from '../campaigns/met-by.ts';
import type { Outcome } from '../campaigns/outcomes.ts';
import { WhoseCampaign } from '../campaigns/whose-campaign.tsx';
import type { View } from '../http/view.ts';
import { letterAddresses } from '../letters/addresses.ts';
import type { RecordView } from '../record/record-view.ts';
import { Rows } from '../site/components/rows.tsx';
import { actDay } from '../states/act-day.ts';
import { LawText, Verified } from '../states/source-text.tsx';
import { nameState, stateInSentence } from '../states/state-in-sentence.ts';
import type { StateRecord, TreatyAct } from '../states/treaty-record.ts';

interface Props {
  readonly record: RecordView;
  readonly campaign: Campaign;
  readonly asks: AsksOn;
  readonly state: StateRecord;
  /** No letter to this government is offered. */
  readonly closed: boolean;
  /** What the state did of what was asked. */
  readonly met: readonly Outcome[];
  /** It leads: the page's main action is its, and stands above. */
  readonly leads: boolean;
  /** Others ask too, so that it is named. */
  readonly named: boolean;
}

/** What a campaign asks of a state on a day, why, and the way to ask it. */
export function AsksOfState({ record, campaign, asks, state, closed, met, leads, named }: Props) {
  const { view, linkDay, on, requested } = record;
  const when = linkDay === undefined ? '' : on > requested.today ? '.due' : '.past';
  return (
    <section className="ask">
      {leads && (linkDay || !named) && <p className="over">{view.t(`states.asked${when}`)}</p>}
      {named && <CampaignOfAsk view={view} campaign={campaign} />}
      <WhoseCampaign view={view} campaign={campaign} />
      <h2>{asks.leading.ask.text.title}</h2>
      <Because record={record} applying={asks.leading} state={state} />
      {!linkDay && (
        <p className="row">
          {!closed && !leads && <WriteTo view={view} campaign={campaign} state={state} />}
          <a href={campaignAddresses.campaign(view.lang, campaign.slug)}>{view.t('campaigns.home.more')}</a>
        </p>
      )}
      {asks.rest.length > 0 && (
        <>
          <h3>{view.t('states.asked.more')}</h3>
          <ol>
            {asks.rest.map((applying) => (
              <li key={applying.ask.slug}>
                <b>{applying.ask.text.title}</b>
                <Because record={record} applying={applying} state={state} />
              </li>
            ))}
          </ol>
        </>
      )}
      <Met view={view} campaign={campaign} met={met} />
    </section>
  );
}

interface WriteProps {
  readonly view: View;
  readonly campaign: Campaign;
  readonly state: StateRecord;
  /** It is the page's main action. */
  readonly main?: boolean;
}

/** Characters that the main action has room for on one line of a small phone. */
const ONE_LINE = 32;

/** Whose government, unless its name is so long that the page's title has to say it. */
function WriteTo({ view, campaign, state, main }: WriteProps) {
  const words = view.t('states.write', stateInSentence(view.lang, state));
  return (
    <a
      className={main ? 'go' : undefined}
      href={letterAddresses.write(view.lang, campaign.slug, { state: state.iso3 })}
    >
      {words.length > ONE_LINE ? view.t('states.write.its', stateInSentence(view.lang, state)) : words}
    </a>
  );
}

/**
 * What is asked of a state first of all, and the page's main action; the reasons stand further down. Where no letter to its government is
 * offered, the ways that ask for no name.
 */
export function LeadingAsk({ asks, closed, ...to }: Omit<WriteProps, 'main'> & { asks: AsksOn; closed: boolean }) {
  const { view, state } = to;
  return (
    <>
      <p className="asked">{asks.leading.ask.text.title}</p>
      <p className="row">
        {closed ? (
          <a className="go" href={campaignAddresses.takeAction(view.lang, { state: state.iso3 })}>
            {view.t('states.help')}
          </a>
        ) : (
          <WriteTo {...to} main />
        )}
      </p>
    </>
  );
}

function CampaignOfAsk({ view, campaign }: { view: View; campaign: Campaign }) {
  const address = campaignAddresses.campaign(view.lang, campaign.slug);
  return (
    <p className="over">
      {view.rich('states.asked.in', { name: campaign.text.name, campaign: (words) => <a href={address}>{words}</a> })}
    </p>
  );
}

/** What a state did of what a campaign had asked; one that has ended is named. */
export function Met({ view, campaign, met }: { view: View; campaign: Campaign; met: readonly Outcome[] }) {
  const titleOf = (askId: string) => {
    const ask = campaign.asks.find(({ id }) => id === askId)?.text.title ?? '';
    return campaign.state === 'open' ? ask : view.t('states.asked.met', { ask, campaign: campaign.text.name });
  };
  return met.map(({ ask_id, act, happened_on, people }) => (
    <p key={`${ask_id} ${act}`} className="note">
      <Rows
        of={[
          <a key="ask" href={`#${act}`}>
            {titleOf(ask_id)}
          </a>,
          ...metBy(view, happened_on, people),
        ]}
      />
    </p>
  ));
}

/** The condition as it stands, with the day and sources of the facts it rests on. */
function Because({
  record: { view, world },
  applying,
  state,
}: {
  record: RecordView;
  applying: Applying;
  state: StateRecord;
}) {
  const { ask, verdict } = applying;
  return (
    <p>
      {nameState(view.lang, ask.text.because, state)}
      {verdict.evidence.map((fact) => (
        <small key={'topic' in fact ? fact.topic : fact.id}>
          <br />
          {'topic' in fact ? (
            <LawText view={view} treaty={world.treaty} law={fact} />
          ) : (
            <ActLink view={view} act={fact} />
          )}
        </small>
      ))}
    </p>
  );
}

/** An act by its day, leading to it in the state's history. */
function ActLink({ view, act }: { view: View; act: TreatyAct }) {
  return (
    <>
      <a href={`#${act.id}`}>
        {view.t(`states.act.${act.type}`)}
        {view.t('site.comma')}
        {actDay(view, act)}
      </a>
      <Verified view={view} standing={act.standing} />
    </>
  );
}
