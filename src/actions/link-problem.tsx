import type { ComponentChildren } from 'preact';
import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { OpenNow } from '../campaigns/open-now.tsx';
import type { PageAnswer } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { quietPage } from '../site/page.tsx';
import type { LinkState } from './action.ts';
import { ERASED_DAYS } from './retention.ts';

type LinkProblem = Exclude<LinkState, 'ready'> | 'unknown' | 'unreadable' | 'erased';

const statuses: Readonly<Record<LinkProblem, number>> = {
  unknown: 404,
  old: 410,
  passedOn: 410,
  used: 200,
  withdrawn: 410,
  closed: 410,
  calledOff: 410,
  // They may be there again.
  hidden: 404,
  notOpen: 404,
  unreadable: 410,
  erased: 410,
};

interface Next {
  readonly status?: string;
  /** The one that the link is of. */
  readonly campaign?: Campaign;
  /** The one that leads now. */
  readonly instead?: Campaign | undefined;
  /** In place of what is said of every such link. */
  readonly lead?: string;
  /** What is left to show of it. */
  readonly said?: ComponentChildren;
}

/** Says why a mailed link does nothing any more, and what one can do instead. */
export function linkProblem({ view }: Pick<SiteRequest, 'view'>, problem: LinkProblem, next: Next = {}): PageAnswer {
  const title = view.t(`actions.link.${problem}.title`);
  const campaign = next.campaign?.langs.includes(view.lang) ? next.campaign : undefined;
  return quietPage(
    view,
    title,
    <>
      <p className="lead">{next.lead ?? view.t(`actions.link.${problem}.text`, { days: ERASED_DAYS })}</p>
      {next.lead && next.said}
      <p className="row">
        {next.status && (
          <a className="go" href={next.status}>
            {view.t('actions.link.toStatus')}
          </a>
        )}
        {campaign && (
          <a className="go" href={campaignAddresses.campaign(view.lang, campaign.slug)}>
            {view.t('actions.link.toCampaign', { campaign: campaign.text.name })}
          </a>
        )}
        {!next.status && !campaign && (
          <a className="go" href={campaignAddresses.home(view.lang)}>
            {view.t('actions.link.toHome')}
          </a>
        )}
      </p>
      {!next.lead && next.said}
      {next.instead && <OpenNow view={view} open={next.instead} />}
    </>,
    { status: statuses[problem], controller: next.campaign?.controller },
  );
}
