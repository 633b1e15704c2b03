import type { ReactElement } from 'react';
import { acceptAct } from '../actions/accept-action.ts';
import { toCheckMail } from '../actions/check-mail-page.tsx';
import { type Campaign, isOpen } from '../campaigns/campaigns.ts';
import { campaignOf } from '../campaigns/find-campaign.ts';
import { controllerName } from '../consents/consent-texts.ts';
import { Gone, type Handler, type PageAnswer, type Visit } from '../http/request.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { suggestedState } from '../states/state-names.ts';
import { allStates, type State, stateOf } from '../states/states.ts';
import { checkPledge, type Pledge, readPledge, type TypedPledge } from './join-form.ts';
import { ChooseCountry, JoinClosed, JoinForm } from './join-page.tsx';

/** First the country, because it decides what may safely be asked; then the name. */
export const joinPage: Handler = async (visit) => {
  const campaign = await openCampaign(visit);
  const asked = visit.query.get('state');
  const state = await stateOf(visit.app.database, asked ?? '');
  // Empty, whatever the address says: somebody else's link must fill nothing in, and tick nothing.
  if (state) return formStep(visit, campaign, state, { typed: readPledge(new URLSearchParams()) });
  return countryStep(visit, campaign, asked === null ? noProblems : noSuchState(visit));
};

/** Takes the pledge, unconfirmed, or gives it back with what is wrong. A duplicate is answered like a first. */
export const join: Handler = async (visit) => {
  const campaign = await openCampaign(visit);
  const state = await stateOf(visit.app.database, visit.form.get('state') ?? '');
  if (!state) return countryStep(visit, campaign, noSuchState(visit));
  const typed = readPledge(visit.form);
  if (state.risk === 'closed') return formStep(visit, campaign, state, { typed });
  const checked = checkPledge(typed, visit.view);
  if ('problems' in checked)
    return formStep(visit, campaign, state, { typed, problems: checked.problems, status: 422 });
  await acceptPledge(visit, campaign, state, checked.pledge);
  return toCheckMail(visit, campaign.slug, typed.email, checked.pledge.mailbox);
};

function acceptPledge({ app, lang }: Visit, campaign: Campaign, state: State, pledge: Pledge): Promise<void> {
  const { name, organisation, kind, mailbox, consents } = pledge;
  return acceptAct(app, {
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

/** @throws Gone for a campaign that takes no acts now */
async function openCampaign(visit: Visit): Promise<Campaign> {
  const campaign = await campaignOf(visit);
  if (!isOpen(campaign, new Date())) throw new Gone();
  return campaign;
}

function noSuchState({ view }: Visit): Problems {
  return new Map([['state', view.t('pledges.wrong.country')]]);
}

async function countryStep(visit: Visit, campaign: Campaign, problems: Problems): Promise<PageAnswer> {
  const states = await allStates(visit.app.database);
  const suggested = suggestedState(states, visit.acceptLanguage);
  return framed(
    visit,
    <ChooseCountry view={visit.view} slug={campaign.slug} states={states} suggested={suggested} problems={problems} />,
    problems.size > 0 ? 422 : 200,
  );
}

function formStep(
  visit: Visit,
  campaign: Campaign,
  state: State,
  how: { typed: TypedPledge; problems?: Problems; status?: number },
): PageAnswer {
  const part = { view: visit.view, slug: campaign.slug, state };
  if (state.risk === 'closed') return framed(visit, <JoinClosed {...part} />, 200);
  const { typed, problems = noProblems } = how;
  const controller = controllerName(visit.app.settings);
  return framed(
    visit,
    <JoinForm {...part} typed={typed} problems={problems} controller={controller} />,
    how.status ?? 200,
  );
}

function framed({ view }: Visit, children: ReactElement, status: number): PageAnswer {
  const words = { title: view.t('pledges.title'), description: view.t('pledges.lead') };
  return page({ view, ...words, children }, { status });
}
