import type { ReactNode } from 'react';
import { campaignAddresses } from '../campaigns/addresses.ts';
import { CampaignLine } from '../campaigns/campaign-line.tsx';
import { type Campaign, campaignOfAction, campaignsShown } from '../campaigns/campaigns.ts';
import { OpenNow } from '../campaigns/closed-page.tsx';
import { networks, type Shared, shareAddress } from '../campaigns/share-links.ts';
import { chosen, linkForm } from '../http/fields.ts';
import { type Answer, type Handler, type SiteRequest, seeOther } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { openLink } from '../sealing/mailed-link.ts';
import { Choice } from '../site/components/field.tsx';
import { ActionForm, ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { supporterAddresses } from '../supporters/addresses.ts';
import { type Action, findAction } from './action.ts';
import { kindOf } from './action-kind.ts';
import { actionAddresses } from './addresses.ts';
import { endedLink } from './ended-link.tsx';
import { hasEnded } from './lasting-link.ts';
import { linkProblem } from './link-problem.tsx';
import { withdrawAction } from './withdraw-action.ts';

export const withdrawForm = linkForm({ sure: chosen(20) });

/** What became of one act, for whoever holds its secret link. */
export const statusPage: Handler = async (request) => {
  const held = await linkedAction(request);
  return 'act' in held ? status(request, held, noProblems) : held.answer;
};

/** Takes an act back, once the box beside it is ticked. */
export const withdraw: Handler = async (request) => {
  const held = await linkedAction(request);
  if (!('act' in held)) return held.answer;
  if (!request.form.has('sure')) {
    return status(request, held, new Map([['sure-yes', request.view.t('actions.status.withdraw.tick')]]));
  }
  await withdrawAction(request.app, held.act);
  return seeOther(actionAddresses.status(request.lang, request.params.token ?? ''));
};

interface LinkedAction {
  readonly act: Action;
  readonly campaign: Campaign;
}

async function linkedAction(request: SiteRequest): Promise<LinkedAction | { answer: Answer }> {
  const { app, lang, params } = request;
  const opened = openLink(app.keys, 'status', params.token ?? '');
  if (!opened) return { answer: linkProblem(request, 'unknown') };
  if (hasEnded(app, opened)) return { answer: endedLink(request, 'status') };
  const act = await findAction(app, opened.supporterKey, opened.id);
  const campaign = act && (await campaignOfAction(app.database, act, lang));
  return act && campaign ? { act, campaign } : { answer: linkProblem(request, 'old') };
}

async function status(
  { app, view, params }: SiteRequest,
  { act, campaign }: LinkedAction,
  problems: Problems,
): Promise<Answer> {
  const kind = kindOf(app, act);
  const became = await kind.status?.(app, view, act);
  const leaving = act.state === 'withdrawn' ? ((await kind.leaving?.(app, act)) ?? 0) : 0;
  const { open } = await campaignsShown(app.database, view.lang);
  const title = view.t(act.state === 'withdrawn' ? 'actions.status.withdrawn.title' : 'actions.status.title');
  const props = {
    view,
    title,
    description: title,
    private: true,
    children: (
      <div className="read">
        <CampaignLine view={view} campaign={campaign} />
        <h1>{title}</h1>
        <ErrorSummary view={view} problems={problems} />
        <ActionStatus view={view} act={act} campaign={campaign} leaving={leaving} />
        {became}
        {act.state === 'confirmed' && <Next view={view} act={act} />}
        {campaign.state === 'open' && campaign.langs.includes(view.lang) && <Share view={view} campaign={campaign} />}
        {campaign.state === 'closed' && open[0] && <OpenNow view={view} open={open[0]} />}
        {act.state === 'confirmed' && (
          <Withdraw
            view={view}
            act={act}
            action={actionAddresses.status(view.lang, params.token ?? '')}
            problems={problems}
          />
        )}
        <p>
          <a href={supporterAddresses.myData(view.lang)}>{view.t('actions.status.data')}</a>
        </p>
      </div>
    ),
  };
  return page(props, { status: problems.size > 0 ? 422 : 200 });
}

function ActionStatus(props: { view: View; act: Action; campaign: Campaign; leaving: number }): ReactNode {
  const { view, act, campaign, leaving } = props;
  if (leaving > 0) return <p className="lead">{view.t('actions.status.withdrawn.leaving', { count: leaving })}</p>;
  if (act.state === 'withdrawn') return <p className="lead">{view.t('actions.status.withdrawn')}</p>;
  const day = view.dayOf(act.confirmedAt ?? act.createdAt);
  return <p className="lead">{view.t(`actions.status.${act.kind}`, { campaign: campaign.text.name, day })}</p>;
}

function Next({ view, act }: { view: View; act: Action }) {
  return (
    <>
      <h2>{view.t('actions.status.next')}</h2>
      <p>{view.t(`actions.status.next.${act.kind}`)}</p>
      <p className="q">{view.t('actions.status.keep')}</p>
    </>
  );
}

function Share({ view, campaign }: { view: View; campaign: Campaign }) {
  const shared: Shared = {
    text: campaign.text.messages[0]?.text ?? campaign.text.name,
    url: `${view.publicUrl}${campaignAddresses.campaign(view.lang, campaign.slug)}`,
  };
  return (
    <>
      <h2>{view.t('actions.status.share')}</h2>
      <ul className="langs">
        {networks.map((network) => (
          <li key={network}>
            <a href={shareAddress(network, shared)} rel="noreferrer">
              {view.t(`campaigns.network.${network}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={campaignAddresses.share(view.lang, campaign.slug)}>{view.t('actions.status.shareMore')}</a>
        </li>
      </ul>
    </>
  );
}

function Withdraw({ view, act, action, problems }: { view: View; act: Action; action: string; problems: Problems }) {
  return (
    <details open={problems.size > 0}>
      <summary>{view.t('actions.status.withdraw')}</summary>
      <p>{view.t(`actions.status.withdraw.${act.kind}`)}</p>
      <ActionForm action={action} button={view.t('actions.status.withdraw.button')}>
        <Choice name="sure" label={view.t('actions.status.withdraw.sure')} />
      </ActionForm>
    </details>
  );
}
