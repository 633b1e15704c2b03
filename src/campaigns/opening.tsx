import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import type { Campaign } from './campaign.ts';
import { lastDayOf } from './last-day.ts';
import { Emblem } from './mosaic-figure.tsx';
import { isClosed } from './shown-campaigns.ts';
import { WhoseCampaign } from './whose-campaign.tsx';

interface Props {
  readonly view: View;
  readonly campaign: Campaign;
  readonly over?: ComponentChildren;
  /** Where its name leads, on another page than its own. */
  readonly about?: string;
  /** Who joined, where that is to be told. */
  readonly people: ComponentChildren;
  /** What can be done, within the first screen of a phone. */
  readonly children: ComponentChildren;
}

/** How a campaign opens its own page and the first one: its name, two sentences, and what to do. */
export function Opening({ view, campaign, over, about, people, children }: Props) {
  const { name, meaning, tagline, call } = campaign.text;
  return (
    <section className="open">
      <div>
        {over && <p className="over">{over}</p>}
        <h1>
          {about ? (
            <a className="plain" href={about}>
              {name}
            </a>
          ) : (
            name
          )}
        </h1>
        {meaning && <p className="meaning">{meaning}</p>}
        <WhoseCampaign view={view} campaign={campaign} />
        <p className="lead read">
          <b>{tagline}</b> {call}
        </p>
        {isClosed(campaign) && <p className="note">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>}
        {children}
      </div>
      {people || <Emblem />}
    </section>
  );
}

/** Before there is any campaign to read of. */
export function CalmOpening({ view }: { view: View }) {
  return (
    <section className="open">
      <div>
        <h1>{view.t('site.name')}</h1>
        <p className="lead read">{view.t('campaigns.home.none')}</p>
      </div>
      <Emblem />
    </section>
  );
}
