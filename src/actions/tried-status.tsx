import type { ComponentChildren } from 'preact';
import type { Campaign } from '../campaigns/campaign.ts';
import { OpenNow } from '../campaigns/open-now.tsx';
import type { View } from '../http/view.ts';
import { letterAddresses } from '../letters/addresses.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import type { Action } from './action.ts';

interface Props {
  readonly view: View;
  readonly action: Action;
  readonly campaign: Campaign;
  /** The campaign that leads now. */
  readonly open: Campaign | undefined;
  /** What they wrote. */
  readonly wrote: ComponentChildren;
  /** That no mail leaves yet. */
  readonly notSent: ComponentChildren;
}

/** What somebody did who tried a demonstration that is over: it was a try, and how to do it for real. */
export function TriedStatus({ view, action, campaign, open, wrote, notSent }: Props) {
  const day = view.dayOf(action.confirmedAt ?? action.createdAt);
  return (
    <>
      <p className="lead">{view.t(`actions.status.tried.${action.kind}`, { day })}</p>
      {action.state === 'withdrawn' && <p>{view.t('actions.status.tried.withdrawn')}</p>}
      <h2>{view.t('actions.status.tried.next')}</h2>
      <p>{view.t(`actions.status.tried.next.${action.kind}`, { operator: view.operator?.name ?? '' })}</p>
      {notSent}
      {campaign.state === 'open' && campaign.langs.includes(view.lang) ? (
        <ForReal view={view} action={action} campaign={campaign} />
      ) : (
        <OpenNow view={view} open={open} />
      )}
      {wrote}
    </>
  );
}

function ForReal({ view, action: { kind, country: state }, campaign }: Pick<Props, 'view' | 'action' | 'campaign'>) {
  const to = kind === 'letter' ? letterAddresses.write : pledgeAddresses.join;
  return (
    <p className="row">
      <a className="go" href={to(view.lang, campaign.slug, { state })}>
        {view.t(kind === 'letter' ? 'campaigns.write' : 'campaigns.join')}
      </a>
    </p>
  );
}
