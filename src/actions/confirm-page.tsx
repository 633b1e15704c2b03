import { type Campaign, campaignById, isOpen } from '../campaigns/campaigns.ts';
import { direction } from '../config/langs.ts';
import { consentWording, controllerName, type Wording } from '../consents/consent-texts.ts';
import { wordingsOf } from '../consents/consents.ts';
import type { App } from '../http/app.ts';
import { type Answer, type Handler, seeOther, type Visit } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { type OpenedLink, openLink, sealLink } from '../sealing/mailed-link.ts';
import { ActForm } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { type Act, findAct, standingOf } from './action.ts';
import { actFacts, Facts } from './action-facts.tsx';
import { kindOf } from './action-kind.ts';
import { actionAddresses } from './addresses.ts';
import { confirmAct } from './confirm-action.ts';
import { endedLink } from './ended-link.tsx';
import { hasEnded } from './lasting-link.ts';
import { linkProblem } from './link-problem.tsx';

/** Shows exactly the words and consents of one act. Mail scanners follow links, so nothing happens here. */
export const confirmPage: Handler = async (visit) => {
  const held = await heldAct(visit);
  return 'answer' in held ? held.answer : confirmation(visit, held.act, held.campaign);
};

/** Confirms, once; asked again, it leads to the same page. */
export const confirm: Handler = async (visit) => {
  const held = await heldAct(visit);
  if ('answer' in held) return afterwards(held);
  if (await confirmAct(visit.app, held.act, visit.lang)) return seeOther(statusLink(visit, held.act));
  // Another request was quicker: look again at what it left.
  const since = await heldAct(visit);
  return 'answer' in since ? afterwards(since) : linkProblem(visit, 'old', held);
};

function afterwards({ status, answer }: Refused): Answer {
  return status ? seeOther(status) : answer;
}

interface Held {
  readonly act: Act;
  readonly campaign: Campaign;
}
interface Refused {
  readonly answer: Answer;
  /** Where it is confirmed already: what became of it. */
  readonly status?: string;
}

/** What the link in the address opens, or the page that says why it opens nothing. */
async function heldAct(visit: Visit, now = new Date()): Promise<Held | Refused> {
  const { app, params } = visit;
  const opened = openLink(app.keys, 'confirm', params.token ?? '');
  if (!opened) return { answer: linkProblem(visit, 'unknown') };
  const act = await findAct(app, opened.supporterKey, opened.id);
  const campaign = act && (await campaignById(app.database, act.campaignId, visit.lang));
  if (!act || !campaign) return { answer: linkProblem(visit, 'old') };
  const standing = standingOf(act, isOpen(campaign, now), now);
  if (standing === 'ready') return { act, campaign };
  if (standing === 'used') return used(visit, act, opened);
  return { answer: linkProblem(visit, standing, { campaign }) };
}

/** Leads on with a link as old as this one: together they work no longer than one. */
function used(visit: Visit, act: Act, link: OpenedLink): Refused {
  if (hasEnded(visit.app, link)) return { answer: endedLink(visit, 'confirm') };
  const status = statusLink(visit, act, link.madeAt);
  return { status, answer: linkProblem(visit, 'used', { status }) };
}

function statusLink({ app, lang }: Visit, act: Act, madeAt?: Date): string {
  return actionAddresses.status(lang, sealLink(app.keys, 'status', act.supporterKey, act.id, madeAt));
}

async function confirmation(visit: Visit, act: Act, campaign: Campaign): Promise<Answer> {
  const { app, view, lang, params } = visit;
  const title = view.t('actions.confirm.title');
  const [facts, preview] = await Promise.all([
    actFacts(app, view, act, campaign.text.name),
    kindOf(app, act).preview?.(app, view, act),
  ]);
  return page({
    view,
    title,
    description: title,
    private: true,
    children: (
      <div className="read">
        <h1>{title}</h1>
        <p className="lead">{view.t(`actions.confirm.lead.${act.kind}`)}</p>
        <Facts facts={facts} />
        {preview}
        <h2>{view.t('actions.confirm.agree')}</h2>
        <p>{consentWording(lang, 'act', controllerName(app.settings)).words}</p>
        <Ticked view={view} wordings={await tickedWordings(app, act)} />
        <ActForm
          action={actionAddresses.confirm(lang, params.token ?? '')}
          button={view.t(`actions.confirm.button.${act.kind}`)}
        />
        <p className="q">{view.t('actions.confirm.notYou', { day: view.dayOf(act.expiresAt) })}</p>
      </div>
    ),
  });
}

async function tickedWordings(app: App, act: Act): Promise<Wording[]> {
  const kept = await wordingsOf(
    app.database,
    act.ticked.map(({ wording }) => wording),
  );
  return [...kept.values()];
}

function Ticked({ view, wordings }: { view: View; wordings: readonly Wording[] }) {
  if (wordings.length === 0) return null;
  return (
    <>
      <p>{view.t('actions.confirm.ticked')}</p>
      <ul>
        {wordings.map(({ words, lang }) => (
          <li key={words} lang={lang} dir={direction(lang)}>
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}
