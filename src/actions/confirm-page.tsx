import type { Campaign } from '../campaigns/campaign.ts';
import { campaignOfAction, campaignsShown } from '../campaigns/campaigns.ts';
import { direction } from '../config/langs.ts';
import { type ConsentText, consentText } from '../consents/consent-texts.ts';
import { consentTextsOf } from '../consents/consents.ts';
import { type Answer, seeOther } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { type OpenedLink, openLink, sealLink } from '../sealing/mailed-link.ts';
import { ActionForm } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { type Action, findAction, type LinkState, linkStateOf } from './action.ts';
import { DetailList, detailsOf } from './action-details.tsx';
import { kindOf } from './action-kind.ts';
import { actionAddresses } from './addresses.ts';
import { confirmAction } from './confirm-action.ts';
import { endedLink } from './ended-link.tsx';
import { erasedLink } from './erased-link.tsx';
import { hasEnded } from './lasting-link.ts';
import { isLegible } from './legible.ts';
import { linkProblem } from './link-problem.tsx';

/** Why no gate stands before it. */
const THEIRS = 'the action of whoever holds the link that was mailed to them, in words that were published';

/** Shows exactly the words and consents of one action. Mail scanners follow links, so nothing happens here. */
export const confirmPage = needsNoGate(THEIRS, async (request) => {
  const linked = await linkedAction(request);
  return 'answer' in linked ? linked.answer : confirmation(request, linked.action, linked.campaign);
});

/** Confirms, once; asked again, it leads to the same page. */
export const confirm = needsNoGate(THEIRS, async (request) => {
  const linked = await linkedAction(request);
  if ('answer' in linked) return afterwards(linked);
  if (await confirmAction(request.app, linked.action, request.lang))
    return seeOther(statusLink(request, linked.action));
  // Another request was quicker: look again at what it left.
  const since = await linkedAction(request);
  return 'answer' in since ? afterwards(since) : linkProblem(request, 'old', linked);
});

function afterwards({ status, answer }: Refused): Answer {
  return status ? seeOther(status) : answer;
}

interface LinkedAction {
  readonly action: Action;
  readonly campaign: Campaign;
}
interface Refused {
  readonly answer: Answer;
  /** Where it is confirmed already: what became of it. */
  readonly status?: string;
}

/** What the link in the address opens, or the page that says why it opens nothing. */
async function linkedAction(request: SiteRequest, now = new Date()): Promise<LinkedAction | Refused> {
  const { app, params } = request;
  const opened = openLink(app.keys, 'confirm', params.token ?? '');
  if (!opened) return { answer: linkProblem(request, 'unknown') };
  const action = await findAction(app, opened.supporterKey, opened.id);
  const campaign = action && (await campaignOfAction(app.database, action, request.lang));
  if (!action || !campaign) return { answer: await erasedLink(request, opened, 'old') };
  const state = linkStateOf(action, campaign, now);
  if (state === 'ready')
    return (await isLegible(app, action))
      ? { action, campaign }
      : { answer: await unreadable(request, action, campaign) };
  if (state === 'used') return used(request, action, opened);
  if (state === 'hidden') return { answer: linkProblem(request, state) };
  const said = keepsWords.includes(state) ? await kindOf(app, action).words?.(app, request.view, action) : undefined;
  return { answer: linkProblem(request, state, { campaign, said, instead: await instead(request, state) }) };
}

/** Where a writer may want their words for another way; of a campaign that nobody may see, nothing is shown. */
const keepsWords: readonly LinkState[] = ['old', 'closed', 'calledOff', 'passedOn'];

/** The campaign that leads, for whoever finds theirs shut. */
async function instead({ app, lang }: SiteRequest, state: LinkState): Promise<Campaign | undefined> {
  const shut: readonly LinkState[] = ['closed', 'calledOff', 'notOpen'];
  return shut.includes(state) ? (await campaignsShown(app.database, lang)).open[0] : undefined;
}

/** Leads on with a link as old as this one: together they work no longer than one. */
async function used(request: SiteRequest, action: Action, link: OpenedLink): Promise<Refused> {
  if (hasEnded(request.app, link)) return { answer: await endedLink(request, 'confirm', link) };
  const status = statusLink(request, action, link.madeAt);
  return { status, answer: linkProblem(request, 'used', { status }) };
}

function statusLink({ app, lang }: SiteRequest, action: Action, madeAt?: Date): string {
  return actionAddresses.status(lang, sealLink(app.keys, 'status', action.supporterKey, action.id, madeAt));
}

/** What would be sent or counted, as its writer typed it. */
function shown({ app, view }: SiteRequest, action: Action, campaign: Campaign) {
  return Promise.all([
    detailsOf(app, view, action, campaign.text.name),
    kindOf(app, action).preview?.(app, view, action),
  ]);
}

/** What can still be read of an action that could not leave, and how to begin again. */
async function unreadable(request: SiteRequest, action: Action, campaign: Campaign): Promise<Answer> {
  const [details, preview] = await shown(request, action, campaign);
  const said = (
    <>
      <DetailList details={details} />
      {preview}
    </>
  );
  return linkProblem(request, 'unreadable', { campaign, said });
}

async function confirmation(request: SiteRequest, action: Action, campaign: Campaign): Promise<Answer> {
  const { app, view, lang, params } = request;
  const title = view.t('actions.confirm.title');
  const { says } = kindOf(app, action);
  const [details, preview] = await shown(request, action, campaign);
  return page({
    view,
    title,
    description: title,
    private: true,
    controller: campaign.controller,
    children: (
      <div className="read">
        <h1>{title}</h1>
        <p className="lead">{view.t(says.confirm)}</p>
        <DetailList details={details} />
        {preview}
        <h2>{view.t('actions.confirm.agree')}</h2>
        <p>{consentText(lang, 'act', campaign.controller.name).words}</p>
        <Ticked view={view} texts={await tickedTexts(app, action)} />
        <ActionForm action={actionAddresses.confirm(lang, params.token ?? '')} button={view.t(says.confirmButton)} />
        <p className="q">{view.t('actions.confirm.notYou', { day: view.dayOf(action.expiresAt) })}</p>
      </div>
    ),
  });
}

async function tickedTexts(app: App, action: Action): Promise<ConsentText[]> {
  const { ticked, lang } = action;
  const left = ticked.filter(({ words }) => words === undefined).map((consent) => consent.wording);
  const known = await consentTextsOf(app.database, left);
  return ticked.flatMap(
    ({ wording: id, words }) => (words === undefined ? known.get(id.toString('hex')) : { id, lang, words }) ?? [],
  );
}

function Ticked({ view, texts }: { view: View; texts: readonly ConsentText[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <p>{view.t('actions.confirm.ticked')}</p>
      <ul>
        {texts.map(({ words, lang }) => (
          <li key={words} lang={lang} dir={direction(lang)}>
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}
