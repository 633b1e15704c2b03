import type { ComponentChildren } from 'preact';
import type { Campaign } from '../campaigns/campaign.ts';
import { OpenNow } from '../campaigns/open-now.tsx';
import type { View } from '../http/view.ts';
import type { Action } from './action.ts';
import type { ActionKind } from './action-kind.ts';

interface Props {
  readonly view: View;
  readonly action: Action;
  readonly kind: ActionKind;
  readonly campaign: Campaign;
  /** The campaign that leads now. */
  readonly open: Campaign | undefined;
  /** What they wrote. */
  readonly wrote: ComponentChildren;
  /** That no mail leaves yet. */
  readonly notSent: ComponentChildren;
}

/** What somebody did who tried a demonstration that is over: it was a try, and how to do it for real. */
export function TriedStatus({ view, action, kind, campaign, open, wrote, notSent }: Props) {
  const day = view.dayOf(action.confirmedAt ?? action.createdAt);
  return (
    <>
      <p className="lead">{view.t(kind.says.tried, { day })}</p>
      {action.state === 'withdrawn' && <p>{view.t('actions.status.tried.withdrawn')}</p>}
      <h2>{view.t('actions.status.tried.next')}</h2>
      <p>{view.t(kind.says.triedNext, { operator: view.operator?.name ?? '' })}</p>
      {notSent}
      {campaign.state === 'open' && campaign.langs.includes(view.lang) ? (
        <ForReal {...{ view, action, campaign }} begin={kind.begin} />
      ) : (
        <OpenNow view={view} open={open} />
      )}
      {wrote}
    </>
  );
}

type ForRealProps = Pick<Props, 'view' | 'action' | 'campaign'> & Pick<ActionKind, 'begin'>;

function ForReal({ view, action: { country: state }, campaign, begin }: ForRealProps) {
  return (
    <p className="row">
      <a className="go" href={begin.to(view.lang, campaign.slug, { state })}>
        {view.t(begin.label)}
      </a>
    </p>
  );
}
