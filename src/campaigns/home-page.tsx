import { FigureRow } from '../figures/components/figure-link.tsx';
import type { FigureId } from '../figures/figures.ts';
import { sayFigures } from '../figures/prose/figures-in-text.tsx';
import { COUNTS } from '../http/finished.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { type RecordView, recordView } from '../record/record-view.ts';
import { PanelParts } from '../site/components/panel-parts.tsx';
import { page } from '../site/page.tsx';
import { allStates, type State } from '../states/states.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { CampaignList } from './campaign-list.tsx';
import { campaignsShown } from './campaigns.ts';
import { Demands } from './demands.tsx';
import { ForPeople } from './for-people.tsx';
import { HomeOpening } from './home-opening.tsx';
import { Lately } from './lately.tsx';
import { MosaicFigure } from './mosaic-figure.tsx';
import { CalmOpening } from './opening.tsx';
import { isClosed, isOpen, type ShownCampaigns } from './shown-campaigns.ts';
import { type Tally, tallyOf } from './tally.ts';
import { World } from './world.tsx';

const headlines: readonly FigureId[] = [
  'states-parties',
  'situations-under-investigation',
  'warrants-not-executed',
  'reparations-orders',
];

declare module '../http/panels.ts' {
  interface PanelContexts {
    /** The first page. */
    home: { readonly on: string };
    /** A campaign's page. */
    campaign: { readonly id: string; readonly slug: string };
  }
}

/** The way in: the leading campaign, what it asks, and the one thing to do; then the others. Where none is open, the last that was. */
export const homePage = fromVisible(readHome, ({ shown, record, states, more, tally }, { view, lang }) => {
  const [first, ...others] = inOrder(shown);
  const campaign = first && { ...first, text: sayFigures(record, first.text) };
  const people = campaign && tally && <People view={view} campaign={campaign} tally={tally} states={states} />;
  const children = (
    <>
      {campaign ? <HomeOpening view={view} campaign={campaign} people={people} /> : <CalmOpening view={view} />}
      <Lately record={record} campaign={campaign} tally={tally} />
      <ForPeople view={view} />
      {campaign && <Demands view={view} campaign={campaign} />}
      <CampaignList view={view} title={view.t('campaigns.home.others')} campaigns={others.filter(isOpen)} />
      <World record={record} />
      <OnRecord record={record} />
      <PanelParts parts={more.parts} />
      <CampaignList view={view} title={view.t('campaigns.home.ended')} campaigns={others.filter(isClosed)} />
    </>
  );
  return page(
    {
      view,
      title: view.t('site.name'),
      description: campaign?.text.summary ?? view.t('campaigns.home.none'),
      card: campaign && campaignAddresses.card(lang, campaign.slug),
      children,
    },
    { tags: ['campaigns', 'record', 'states', COUNTS, ...more.tags] },
  );
});

async function readHome(request: SiteRequest) {
  const { app, view, lang } = request;
  const shown = await campaignsShown(app.database, lang);
  const record = await recordView({ app, view, query: new URLSearchParams() });
  const more = await panelsIn(request, 'home', { on: record.on });
  const [first] = inOrder(shown);
  const tally = first && (await tallyOf(app.database, first.id));
  return together({ shown, record, more, states: await allStates(app.database), ...(tally && { tally }) });
}

/** The one that leads first; where none is open, the last that was. */
function inOrder({ open, closed }: ShownCampaigns): readonly Campaign[] {
  return open.length > 0 ? [...open, ...closed] : closed;
}

function OnRecord({ record }: { record: RecordView }) {
  const { view } = record;
  return (
    <section>
      <h2>{view.t('record.title')}</h2>
      <FigureRow record={record} ids={headlines} />
      <p className="row">
        <a href={recordAddresses.record(view.lang)}>{view.t('record.figures')}</a>
      </p>
    </section>
  );
}

interface PeopleProps {
  readonly view: View;
  readonly campaign: Campaign;
  readonly tally: Tally;
  readonly states: readonly State[];
}

/** Those who take part; nothing of a campaign that ended before anybody did. */
function People({ view, campaign, tally, states }: PeopleProps) {
  const open = isOpen(campaign);
  return (open || tally.people > 0) && <MosaicFigure view={view} tally={tally} states={states} open={open} />;
}
