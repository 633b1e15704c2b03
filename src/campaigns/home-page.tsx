import { FigureRow } from '../figures/components/figure-link.tsx';
import type { FigureId } from '../figures/figures.ts';
import { sayFigures } from '../figures/prose/figures-in-text.tsx';
import { COUNTS } from '../http/finished.ts';
import { panelsIn } from '../http/panels.ts';
import type { Handler } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { letterAddresses } from '../letters/addresses.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import { recordAddresses } from '../record/addresses.ts';
import { recordView } from '../record/record-view.ts';
import { PanelParts } from '../site/components/panel-parts.tsx';
import { Rings } from '../site/components/rings.tsx';
import { page } from '../site/page.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { allStates } from '../states/states.ts';
import { campaignAddresses } from './addresses.ts';
import { type Campaign, campaignsIn } from './campaigns.ts';
import { Demands } from './demands.tsx';
import { MosaicFigure } from './mosaic-figure.tsx';
import { tallyOf } from './tally.ts';

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

/** The way in: the first campaign, what it asks, and the one thing to do. */
export const homePage: Handler = async (request) => {
  const { app, view, lang } = request;
  const [told] = await campaignsIn(app.database, lang);
  const record = await recordView({ app, view, query: new URLSearchParams() });
  const campaign = told && { ...told, text: sayFigures(record, told.text) };
  const states = await allStates(app.database);
  const tally = campaign && (await tallyOf(app.database, campaign.id));
  const more = await panelsIn(request, 'home', { on: record.on });
  const children = campaign && tally && (
    <>
      <Opening view={view} campaign={campaign} />
      <Demands view={view} campaign={campaign} />
      <section>
        <h2>{view.t('record.title')}</h2>
        <FigureRow record={record} ids={headlines} />
        <p className="row">
          <a href={recordAddresses.record(view.lang)}>{view.t('record.figures')}</a>
          <a href={stateAddresses.states(view.lang)}>{view.t('states.title')}</a>
        </p>
      </section>
      <PanelParts parts={more.parts} />
      <section className="split">
        <div>
          <h2>{view.t('campaigns.home.bonds')}</h2>
          <p>{campaign.text.image}</p>
        </div>
        <div>
          <MosaicFigure view={view} tally={tally} states={states} />
          <p className="row">
            <a className="go o" href={pledgeAddresses.join(view.lang, campaign.slug)}>
              {view.t('campaigns.join')}
            </a>
            <a href={campaignAddresses.share(view.lang, campaign.slug)}>{view.t('campaigns.share')}</a>
          </p>
        </div>
      </section>
    </>
  );
  return page(
    { view, title: view.t('site.name'), description: campaign?.text.summary ?? view.t('site.name'), children },
    { tags: ['campaigns', 'record', 'states', COUNTS, ...more.tags] },
  );
};

function Opening({ view, campaign }: { view: View; campaign: Campaign }) {
  return (
    <section className="open">
      <Rings />
      <div>
        <p className="over">{view.t('campaigns.home.over')}</p>
        <h1>
          <a className="plain" href={campaignAddresses.campaign(view.lang, campaign.slug)}>
            {campaign.text.name}
          </a>
        </h1>
        <p className="lead read">{campaign.text.tagline}</p>
        <p className="read">{campaign.text.call}</p>
        <p className="row">
          <a className="go" href={letterAddresses.write(view.lang, campaign.slug)}>
            {view.t('campaigns.write')}
          </a>
          <a className="go o" href={campaignAddresses.campaign(view.lang, campaign.slug)}>
            {view.t('campaigns.home.more')}
          </a>
        </p>
      </div>
    </section>
  );
}
