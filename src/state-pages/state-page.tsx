import { apiAddresses } from '../api/addresses.ts';
import type { Lang } from '../config/langs.ts';
import { movedTo, NotFoundError } from '../http/answer.ts';
import { COUNTS } from '../http/finished.ts';
import type { SiteRequest } from '../http/request.ts';
import { Locator } from '../maps/locator.tsx';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { Cite } from '../record/components/cite.tsx';
import { Corrections } from '../record/components/corrections.tsx';
import { recordPage } from '../record/record-frame.tsx';
import { type RecordView, recordView } from '../record/record-view.ts';
import { findRepresentatives } from '../representatives/find-representatives.ts';
import { PanelParts } from '../site/components/panel-parts.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { knownThrough } from '../states/coverage.ts';
import { lawNote, lawsOn } from '../states/laws.ts';
import { stateInSentence } from '../states/state-in-sentence.ts';
import { stateName } from '../states/state-names.ts';
import { allStates } from '../states/states.ts';
import type { NationalLaw, StateRecord } from '../states/treaty-record.ts';
import { LeadingAsk } from './asks-of-state.tsx';
import { AsksOfCampaigns, campaignsOfState } from './campaigns-of-state.tsx';
import { PeopleOfState } from './people-of-state.tsx';
import { Rubrics, rubricsOf } from './rubrics.tsx';
import { Treaties } from './state-acts.tsx';
import { statuteSentence } from './statute-sentence.ts';
import { Summary } from './summary.tsx';
import { WrittenTo } from './written-to.tsx';

declare module '../http/panels.ts' {
  interface PanelContexts {
    /** A state's page. */
    state: { readonly iso3: string; readonly on: string };
  }
}

/** A state: what is asked of it, where it stands with each treaty, its history, its law, what concerns it before the Court. */
export const statePage = fromVisible(readState, ({ record, campaigns, states, found, more }, { params }) => {
  const { view, world, on, linkDay } = record;
  const state = stateIn(record, params);
  if (state.iso3 !== params.iso3) return movedTo(stateAddresses.state(view.lang, state.iso3, linkDay));
  const name = stateName(view.lang, state);
  const [first] = campaigns.asking;
  const leading = first?.campaign;
  const closed = states.find(({ iso3 }) => iso3 === state.iso3)?.risk === 'closed';
  const sentence = statuteSentence(record, state);
  return recordPage(record, {
    title: name,
    description: `${sentence} ${view.t('states.lead')}`,
    picture: <Locator iso3={state.iso3} label={view.t('states.located', stateInSentence(view.lang, state))} />,
    knownThrough: knownThrough(world.treaty, 'rome-statute'),
    feed: apiAddresses.feed(view.lang, 'states', `${state.iso3}.atom`),
    tags: ['campaigns', 'representatives', COUNTS, ...more.tags],
    linked: legislation(view.lang, lawsOn(world.treaty, state, on), name),
    over: <a href={stateAddresses.states(view.lang, { on: linkDay })}>{view.t('states.nav')}</a>,
    lead: sentence,
    action: first && !linkDay && (
      <LeadingAsk view={view} campaign={first.campaign} asks={first.asks} state={state} closed={closed} />
    ),
    children: (
      <>
        <Summary record={record} state={state} />
        <AsksOfCampaigns record={record} state={state} closed={closed} campaigns={campaigns} />
        {!closed && !linkDay && <PeopleOfState record={record} state={state} campaigns={campaigns} />}
        <PanelParts parts={more.parts} />
        <section className="sec">
          <h2>{view.t('states.treaties')}</h2>
          <Treaties record={record} state={state} />
        </section>
        <Rubrics record={record} rubrics={rubricsOf(record, state)} />
        {!closed && <WrittenTo view={view} state={state} found={found} campaign={linkDay ? undefined : leading} />}
        <Corrections record={record} about={({ of }) => of.state === state.iso3} />
        <Cite
          record={record}
          title={name}
          path={stateAddresses.state(view.lang, state.iso3)}
          knownThrough={knownThrough(world.treaty, 'rome-statute')}
        />
      </>
    ),
  });
});

async function readState(request: SiteRequest) {
  const { database } = request.app;
  const record = await recordView(request);
  const { iso3 } = stateIn(record, request.params);
  return together({
    record,
    campaigns: await campaignsOfState(database, record, iso3),
    states: await allStates(database),
    found: await findRepresentatives(database, { state: iso3, on: record.view.today() }),
    more: await panelsIn(request, 'state', { iso3, on: record.on }),
  });
}

/** @throws NotFoundError */
function stateIn({ world }: RecordView, { iso3 = '' }: SiteRequest['params']): StateRecord {
  const state = world.treaty.states.get(iso3.toUpperCase());
  if (!state) throw new NotFoundError(iso3);
  return state;
}

/** Laws that were enacted, as schema.org has them; whether each is in force nobody has read. Nothing where there are none. */
function legislation(lang: Lang, laws: readonly NationalLaw[], name: string): object | undefined {
  const enacted = laws.filter(({ status }) => status === 'enacted');
  if (enacted.length === 0) return undefined;
  return enacted.map((law) => ({
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: lawNote(lang, law).text,
    legislationJurisdiction: name,
    ...(law.year ? { legislationDate: law.year } : {}),
  }));
}
