import type { VNode } from 'preact';
import { acceptAction } from '../actions/accept-action.ts';
import { toCheckMail } from '../actions/check-mail-page.tsx';
import type { Campaign } from '../campaigns/campaign.ts';
import { CampaignLine, titleIn } from '../campaigns/campaign-line.tsx';
import { whileOpen } from '../campaigns/while-open.ts';
import type { PageAnswer } from '../http/answer.ts';
import { SPEAK, saysWrongAgain } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import type { SwitchedForm } from '../site/components/language-switch.tsx';
import { page } from '../site/page.tsx';
import { wholeAgain } from '../site/too-long.ts';
import { suggestedStates } from '../states/state-names.ts';
import { allStates, type State, stateOf } from '../states/states.ts';
import { checkPledge, type Pledge, readPledge, type TypedPledge } from './join-form.ts';
import { ChooseCountry, JoinClosed, JoinForm } from './join-page.tsx';

/** First the country, because it decides what may safely be asked; then the name. */
export const joinPage = whileOpen(async (request, campaign) => {
  const requested = request.query.get('state');
  const state = await stateOf(request.app.database, requested ?? '');
  const wrong = !state && (request.query.has(SPEAK) ? saysWrongAgain(request.query) : requested !== null);
  if (wrong || request.query.has(SPEAK))
    return countryStep(request, campaign, wrong ? noSuchState(request) : noProblems, state);
  // Empty, whatever the address says: somebody else's link must fill nothing in, and tick nothing.
  if (state) return formStep(request, campaign, state, { typed: readPledge(new URLSearchParams(), state) });
  return countryStep(request, campaign, noProblems, undefined);
});

/** Takes the pledge, unconfirmed, or gives it back with what is wrong. A duplicate is answered like a first. */
export const join = whileOpen(async (request, campaign) => {
  const state = await stateOf(request.app.database, request.form.get('state') ?? '');
  if (!state) return countryStep(request, campaign, noSuchState(request), undefined);
  const { tooLong } = request;
  const pledge = readPledge(request.form, state);
  const typed = wholeAgain(pledge, tooLong);
  const checked = checkPledge(pledge, request.view, tooLong);
  const spoken = request.form.has(SPEAK) && !(saysWrongAgain(request.form) && 'problems' in checked);
  if (spoken || state.risk === 'closed') return formStep(request, campaign, state, { typed });
  if ('problems' in checked)
    return formStep(request, campaign, state, { typed, problems: checked.problems, status: 422 });
  const action = await acceptPledge(request, campaign, state, checked.pledge);
  return toCheckMail(request, campaign.slug, typed.email, checked.pledge.mailbox, action);
});

function acceptPledge({ app, lang }: SiteRequest, campaign: Campaign, state: State, pledge: Pledge): Promise<string> {
  const { name, organisation, kind, mailbox, consents } = pledge;
  return acceptAction(app, {
    kind: 'pledge',
    mailbox,
    campaignId: campaign.id,
    lang,
    country: state.iso3,
    details: { name, ...(organisation ? { organisation } : {}), supporterKind: kind },
    consents,
    letters: [],
  });
}

function noSuchState({ view }: SiteRequest): Problems {
  return new Map([['state', view.t('pledges.wrong.country')]]);
}

const countryStep = fromVisible(
  async ({ app }: SiteRequest, campaign: Visible<Campaign>, _problems: Problems, chosen: Visible<State> | undefined) =>
    together({ campaign, states: await allStates(app.database), ...(chosen && { chosen }) }),
  ({ campaign, states, chosen }, request, _, problems) => {
    const suggested = suggestedStates(states, request.acceptLanguage);
    return framed(
      request,
      campaign,
      <ChooseCountry
        view={request.view}
        slug={campaign.slug}
        states={states}
        suggested={suggested.states}
        chosen={chosen}
        problems={problems}
      />,
      problems.size > 0 ? 422 : 200,
      { id: 'country' },
    );
  },
);

interface How {
  readonly typed: TypedPledge;
  readonly problems?: Problems;
  readonly status?: number;
}

const formStep = fromVisible(
  async (_: SiteRequest, campaign: Visible<Campaign>, state: Visible<State>, _how: How) =>
    together({ campaign, state }),
  ({ campaign, state }, request, _, __, how) => {
    const part = { view: request.view, slug: campaign.slug, state, controller: campaign.controller };
    if (state.risk === 'closed') return framed(request, campaign, <JoinClosed {...part} />, 200);
    const { typed, problems = noProblems } = how;
    return framed(
      request,
      campaign,
      <JoinForm {...part} {...{ typed, problems }} givenBack={request.form.size > 0} />,
      how.status ?? 200,
      {
        id: 'join',
      },
    );
  },
);

function framed(
  { view }: SiteRequest,
  campaign: Campaign,
  step: VNode,
  status: number,
  form?: SwitchedForm,
): PageAnswer {
  const title = titleIn(view.t('pledges.title'), campaign);
  const children = (
    <div className="read">
      <CampaignLine view={view} campaign={campaign} />
      {step}
    </div>
  );
  const { langs, controller } = campaign;
  const props = { view, title, description: view.t('pledges.lead'), langs, controller, form, children };
  return page(props, { status });
}
