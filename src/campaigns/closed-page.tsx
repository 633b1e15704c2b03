import type { PageAnswer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { GivenBack } from '../site/components/given-back.tsx';
import { quietPage } from '../site/page.tsx';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { CampaignLine } from './campaign-line.tsx';
import { lastDayOf } from './last-day.ts';
import { isClosed } from './shown-campaigns.ts';

interface Closed {
  readonly campaign: Campaign;
  /** The one that leads now; undefined where none is open. */
  readonly open: Campaign | undefined;
  /** What somebody had written for it: it is theirs. */
  readonly written: readonly string[];
}

/** Says that a campaign takes no acts any more, and leads to one that does. */
export function closedPage(view: View, { campaign, open, written }: Closed): PageAnswer {
  return quietPage(
    view,
    view.t('campaigns.closed.title'),
    <>
      <CampaignLine view={view} campaign={campaign} />
      {isClosed(campaign) && <p className="lead">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>}
      <OpenNow view={view} open={open} />
      <GivenBack view={view} texts={written} />
    </>,
    { status: 410 },
  );
}

/** The way to the campaign that is open instead; home where there is none. */
export function OpenNow({ view, open }: { view: View; open: Campaign | undefined }) {
  return (
    <p className="row">
      {open ? (
        <a className="go" href={campaignAddresses.campaign(view.lang, open.slug)}>
          {view.t('campaigns.closed.open', { campaign: open.text.name })}
        </a>
      ) : (
        <a className="go" href={campaignAddresses.home(view.lang)}>
          {view.t('campaigns.closed.home')}
        </a>
      )}
    </p>
  );
}
