import type { ComponentChildren } from 'preact';
import { KnownThrough } from '../figures/components/figure-link.tsx';
import { figuresIn, sayFigures, WithFigures } from '../figures/prose/figures-in-text.tsx';
import { COUNTS } from '../http/finished.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { PictureFigure } from '../media/picture-figure.tsx';
import { PICTURES } from '../media/picture-kind.ts';
import { pictureIn, usedPictures } from '../media/used-pictures.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { type RecordView, recordView } from '../record/record-view.ts';
import { Accounts } from '../site/components/accounts.tsx';
import { PanelParts } from '../site/components/panel-parts.tsx';
import { page } from '../site/page.tsx';
import { allStates } from '../states/states.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { Announcement, Hashtags, Material, Messages, Video } from './campaign-material.tsx';
import { campaignsShown } from './campaigns.ts';
import { Demands } from './demands.tsx';
import { campaignOf } from './find-campaign.ts';
import { MosaicFigure } from './mosaic-figure.tsx';
import { OpenNow } from './open-now.tsx';
import { Opening } from './opening.tsx';
import { Outcomes } from './outcome-list.tsx';
import { outcomesOf } from './outcomes.ts';
import { isClosed, isOpen } from './shown-campaigns.ts';
import { tallyOf } from './tally.ts';
import { wayAddress } from './ways.ts';
import { WriteFrom } from './write-from.tsx';

/** A campaign: the call, what it asks, how to take part, and everything to take part with. */
export const campaignPage = fromVisible(readCampaign, (seen, { view }) => {
  const { found, record, tally, states, outcomes, more } = seen;
  const picture = pictureIn(seen.pictures, found.id, view.lang);
  // Figures are links where they can be, and plain words elsewhere.
  const campaign = { ...found, text: { ...sayFigures(record, found.text), why: found.text.why } };
  const people = (isOpen(campaign) || tally.people > 0) && (
    <MosaicFigure view={view} tally={tally} states={states} open={isOpen(campaign)} />
  );
  return page(
    {
      view,
      title: campaign.text.name,
      description: campaign.text.summary,
      langs: campaign.langs,
      controller: campaign.controller,
      card: campaignAddresses.card(view.lang, campaign.slug),
      children: (
        <>
          <Call view={view} campaign={campaign} instead={seen.shown.open[0]} people={people} />
          {picture && <PictureFigure view={view} picture={picture} />}
          <Why record={record} campaign={campaign} />
          <Demands view={view} campaign={campaign} />
          <Outcomes view={view} campaign={campaign} outcomes={outcomes} states={states} />
          <Ways view={view} campaign={campaign} />
          <PanelParts parts={more.parts} />
          <Announcement view={view} campaign={campaign} />
          <Video view={view} campaign={campaign} />
          <Messages view={view} campaign={campaign} />
          <Hashtags view={view} campaign={campaign} />
          <Accounts view={view} />
          <Material view={view} campaign={campaign} />
        </>
      ),
    },
    { tags: ['campaigns', 'record', 'states', PICTURES, COUNTS, ...more.tags] },
  );
});

async function readCampaign(request: SiteRequest) {
  const { app, view } = request;
  const found = await campaignOf(request);
  return together({
    found,
    record: await recordView({ app, view, query: new URLSearchParams() }),
    tally: await tallyOf(app.database, found.id),
    states: await allStates(app.database),
    outcomes: await outcomesOf(app.database, found),
    shown: await campaignsShown(app.database, view.lang),
    pictures: await usedPictures(app.database),
    more: await panelsIn(request, 'campaign', { id: found.id, slug: found.slug }),
  });
}

interface CallProps {
  readonly view: View;
  readonly campaign: Campaign;
  /** Which one leads, for readers of one that is closed. */
  readonly instead: Campaign | undefined;
  readonly people: ComponentChildren;
}

function Call({ view, campaign, instead, people }: CallProps) {
  return (
    <Opening view={view} campaign={campaign} people={people}>
      {isOpen(campaign) && <WaysToAct view={view} campaign={campaign} />}
      {isClosed(campaign) && instead && <OpenNow view={view} open={instead} />}
    </Opening>
  );
}

/** What the call rests on, with figures of the day. */
function Why({ record, campaign }: { record: RecordView; campaign: Campaign }) {
  const { why, image } = campaign.text;
  return (
    <section className="sec">
      <h2>{record.view.t('campaigns.why')}</h2>
      <div className="read">
        {[...why, image].map((paragraph) => (
          <p key={paragraph}>
            <WithFigures record={record} text={paragraph} />
          </p>
        ))}
        <KnownThrough record={record} ids={figuresIn(why)} />
      </div>
    </section>
  );
}

function WaysToAct({ view, campaign }: { view: View; campaign: Campaign }) {
  return (
    <>
      <WriteFrom view={view} slug={campaign.slug} />
      <p className="row">
        <a className="go o" href={pledgeAddresses.join(view.lang, campaign.slug)}>
          {view.t('campaigns.join')}
        </a>
        <a href={campaignAddresses.share(view.lang, campaign.slug)}>{view.t('campaigns.share')}</a>
        <a href={campaignAddresses.takeAction(view.lang)}>{view.t('campaigns.act.all')}</a>
      </p>
    </>
  );
}

function Ways({ view, campaign }: { view: View; campaign: Campaign }) {
  return (
    <section>
      <h2>{view.t('campaigns.ways')}</h2>
      <ul className="list cols">
        {campaign.text.ways.map((way) => (
          <li key={way.id}>
            <h3>
              {isOpen(campaign) ? <a href={wayAddress(view.lang, campaign.slug, way.id)}>{way.title}</a> : way.title}
            </h3>
            <p>{way.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
