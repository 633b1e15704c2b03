import type { ComponentChildren } from 'preact';
import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { CampaignLine } from '../campaigns/campaign-line.tsx';
import { campaignOfAction, campaignsShown } from '../campaigns/campaigns.ts';
import { OpenNow } from '../campaigns/open-now.tsx';
import { networks, type Shared, shareAddress } from '../campaigns/share-links.ts';
import { peopleNow } from '../campaigns/tally.ts';
import { controllerOf } from '../controllers/controllers.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, linkForm, SPEAK, saysWrongAgain } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { Key } from '../locales/words.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { openLink } from '../sealing/mailed-link.ts';
import { Choice } from '../site/components/field.tsx';
import { ActionForm, ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { page } from '../site/page.tsx';
import { drawPicture } from '../site/pictures/pictures.ts';
import { stateOf } from '../states/states.ts';
import { supporterAddresses } from '../supporters/addresses.ts';
import { type Action, findAction } from './action.ts';
import { type ActionKind, kindOf } from './action-kind.ts';
import { actionAddresses } from './addresses.ts';
import { endedLink } from './ended-link.tsx';
import { erasedLink } from './erased-link.tsx';
import { hasEnded } from './lasting-link.ts';
import { linkProblem } from './link-problem.tsx';
import { Next, NextStep, nextStep } from './next-step.tsx';
import { wasOnlyTried } from './only-tried.ts';
import { pieceCard, YourPiece } from './piece.tsx';
import { TriedStatus } from './tried-status.tsx';
import { withdrawAction } from './withdraw-action.ts';

/** Why no gate stands before it. */
const THEIRS = 'the action of whoever holds the secret link, in words that were published';

export const withdrawForm = linkForm({ sure: chosen(20), [SPEAK]: chosen(20) });

/** What became of one action, for whoever holds its secret link. */
export const statusPage = needsNoGate(THEIRS, async (request) => {
  const linked = await linkedAction(request);
  return 'action' in linked ? status(request, linked, noProblems) : linked.answer;
});

/** The picture of somebody's piece: at their secret link, and at no other address. */
export const piecePicture = needsNoGate(THEIRS, async (request) => {
  const linked = await linkedAction(request);
  if (!('action' in linked) || linked.action.state !== 'confirmed') throw new NotFoundError();
  const { action, campaign } = linked;
  if (wasOnlyTried(request.view, action)) throw new NotFoundError();
  const state = await stateOf(request.app.database, action.country);
  const { people } = await peopleNow(request.app.database, action.campaignId);
  const card = pieceCard({ view: request.view, action, state, people }, campaign);
  return { kind: 'file', type: 'image/png', body: (await drawPicture(card, PICTURE_WIDTH)).bytes, noindex: true };
});

/** Pixels. */
const PICTURE_WIDTH = 1_200;

/** Takes an action back, once the box beside it is ticked. */
export const withdraw = needsNoGate(THEIRS, async (request) => {
  const linked = await linkedAction(request);
  if (!('action' in linked)) return linked.answer;
  const { form, view } = request;
  if (form.has(SPEAK) && (form.has('sure') || !saysWrongAgain(form))) return status(request, linked, noProblems);
  if (!form.has('sure'))
    return status(request, linked, new Map([['sure-yes', view.t('actions.status.withdraw.tick')]]));
  await withdrawAction(request.app, linked.action);
  return seeOther(actionAddresses.status(request.lang, request.params.token ?? ''));
});

interface LinkedAction {
  readonly action: Action;
  readonly campaign: Campaign;
}

async function linkedAction(request: SiteRequest): Promise<LinkedAction | { answer: Answer }> {
  const { app, lang, params } = request;
  const opened = openLink(app.keys, 'status', params.token ?? '');
  if (!opened) return { answer: linkProblem(request, 'unknown') };
  if (hasEnded(app, opened)) return { answer: await endedLink(request, 'status', opened) };
  const action = await findAction(app, opened.supporterKey, opened.id);
  const campaign = action && (await campaignOfAction(app.database, action, lang));
  return action && campaign ? { action, campaign } : { answer: await erasedLink(request, opened) };
}

async function status(request: SiteRequest, linked: LinkedAction, problems: Problems): Promise<Answer> {
  const { app, view, params } = request;
  const { action, campaign } = linked;
  const tried = wasOnlyTried(view, action);
  const title = view.t(`actions.status.${tried ? 'tried.' : action.state === 'withdrawn' ? 'withdrawn.' : ''}title`);
  const props = {
    view,
    title,
    description: title,
    private: true,
    // Its box goes along into another language once somebody has pressed its button.
    form: problems.size > 0 ? { id: 'withdraw' } : undefined,
    controller: await controllerOf(app.database, action.controllerId, view.lang),
    children: (
      <div className="read">
        <CampaignLine view={view} campaign={campaign} />
        <h1>{title}</h1>
        <ErrorSummary view={view} problems={problems} />
        {tried ? await triedStatus(request, linked) : await whatBecame(request, linked)}
        {action.state === 'confirmed' && (
          <Withdraw
            view={view}
            text={tried ? 'actions.status.withdraw.tried' : kindOf(app, action).says.withdraw}
            to={actionAddresses.status(view.lang, params.token ?? '')}
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

async function triedStatus({ app, view }: SiteRequest, { action, campaign }: LinkedAction): Promise<ComponentChildren> {
  const { open } = await campaignsShown(app.database, view.lang);
  const kind = kindOf(app, action);
  const wrote = await kind.status?.(app, view, action);
  const notSent = <NotSent view={view} domain={app.settings.MAIL_DOMAIN} />;
  return <TriedStatus {...{ view, action, kind, campaign, wrote, notSent }} open={open[0]} />;
}

async function whatBecame(
  { app, view, params }: SiteRequest,
  { action, campaign }: LinkedAction,
): Promise<ComponentChildren> {
  const kind = kindOf(app, action);
  const became = await kind.status?.(app, view, action);
  const leaving = action.state === 'withdrawn' ? ((await kind.leaving?.(app, action)) ?? 0) : 0;
  const { open } = await campaignsShown(app.database, view.lang);
  const state = await stateOf(app.database, action.country);
  const { people } = await peopleNow(app.database, action.campaignId);
  const step = await nextStep(app, view, action, state);
  return (
    <>
      <ActionStatus {...{ view, action, campaign, leaving }} says={kind.says} />
      <NotSent view={view} domain={app.settings.MAIL_DOMAIN} />
      {comesBack(action) && became}
      {action.state === 'confirmed' && (
        <YourPiece
          view={view}
          action={action}
          state={state}
          people={people}
          picture={actionAddresses.piece(view.lang, params.token ?? '')}
        />
      )}
      {!comesBack(action) && became}
      {action.state === 'confirmed' && <Next view={view} next={kind.says.next} />}
      {campaign.state === 'open' && campaign.langs.includes(view.lang) && (
        <>
          {step && <NextStep view={view} campaign={campaign} step={step} country={action.country} />}
          <Share view={view} campaign={campaign} />
        </>
      )}
      {campaign.state === 'closed' && open[0] && <OpenNow view={view} open={open[0]} />}
    </>
  );
}

interface StatusProps {
  readonly view: View;
  readonly action: Action;
  readonly says: ActionKind['says'];
  readonly campaign: Campaign;
  readonly leaving: number;
}

function ActionStatus(props: StatusProps): ComponentChildren {
  const { view, action, says, campaign, leaving } = props;
  if (leaving > 0) return <p className="lead">{view.t('actions.status.withdrawn.leaving', { count: leaving })}</p>;
  if (action.state === 'withdrawn') return <p className="lead">{view.t('actions.status.withdrawn')}</p>;
  const day = view.dayOf(action.confirmedAt ?? action.createdAt);
  return <p className="lead">{view.t(says.confirmed, { campaign: campaign.text.name, day })}</p>;
}

/** Whoever comes back another day wants to know what became of it; on the first one the thanks come first. */
function comesBack({ confirmedAt }: Action): boolean {
  return confirmedAt !== null && Date.now() - confirmedAt.getTime() > A_DAY;
}

/** Milliseconds. */
const A_DAY = 86_400_000;

/** Where an operator is named and no mail leaves yet. */
function NotSent({ view, domain }: { view: View; domain: string }) {
  if (view.mailStays === 'no-server') return <p className="note">{view.t('actions.status.mailStays')}</p>;
  if (view.mailStays !== 'reserved-domain') return null;
  return (
    <p className="note">{view.rich('actions.status.mailDomain', { domain: <NetAddress>{domain}</NetAddress> })}</p>
  );
}

function Share({ view, campaign }: { view: View; campaign: Campaign }) {
  const shared: Shared = {
    text: campaign.text.messages[0]?.text ?? campaign.text.name,
    url: `${view.publicUrl}${campaignAddresses.campaign(view.lang, campaign.slug)}`,
  };
  return (
    <>
      <p>{view.t('actions.status.share')}</p>
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
        <li>
          <a href={campaignAddresses.takeAction(view.lang)}>{view.t('campaigns.act.all')}</a>
        </li>
      </ul>
    </>
  );
}

function Withdraw(props: { view: View; text: Key; to: string; problems: Problems }) {
  const { view, text, to, problems } = props;
  return (
    <details open={problems.size > 0}>
      <summary>{view.t('actions.status.withdraw')}</summary>
      <p>{view.t(text)}</p>
      <ActionForm id="withdraw" action={to} button={view.t('actions.status.withdraw.button')}>
        <Choice name="sure" label={view.t('actions.status.withdraw.sure')} error={problems.get('sure-yes')} />
      </ActionForm>
    </details>
  );
}
