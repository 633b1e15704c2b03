import type { ReactElement } from 'react';
import { toCheckMail } from '../actions/check-mail-page.tsx';
import { askByName, askOfTheDay } from '../campaigns/ask-of-the-day.ts';
import { isOpen } from '../campaigns/campaigns.ts';
import { campaignOf } from '../campaigns/find-campaign.ts';
import { controllerName } from '../consents/consent-texts.ts';
import { type Answer, Gone, type Handler, NothingHere, type Visit } from '../http/request.ts';
import { findRepresentatives, representativesByIds } from '../representatives/find-representatives.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { suggestedState } from '../states/state-names.ts';
import { allStates, type State, stateOf } from '../states/states.ts';
import { acceptLetters } from './accept-letters.ts';
import { ChooseAddressees } from './choose-addressees.tsx';
import { ChooseState, Closed, Warning } from './choose-state.tsx';
import { type Choice, checkDraft, type Draft, letterLang, newDraft, readDraft } from './write-form.ts';
import { WriteLetter } from './write-page.tsx';

/** The steps to a letter, each a plain page: state, warning, office-holders, words. */
export const writePage: Handler = async (visit) => {
  const { app, query } = visit;
  const campaign = await openCampaign(visit);
  const asked = query.get('state');
  const state = asked ? await stateOf(app.database, asked) : undefined;
  if (!state) return stateStep(visit, asked ? new Map([['state', visit.view.t('letters.wrong.state')]]) : noProblems);
  if (state.risk === 'closed') return framed(visit, <Closed view={visit.view} campaign={campaign} state={state} />);
  if (state.risk === 'warn' && !(query.has('aware') && visit.fromOurPages))
    return framed(
      visit,
      <Warning
        view={visit.view}
        campaign={campaign}
        state={state}
        to={query.getAll('to').slice(0, campaign.letterLimit)}
      />,
    );
  return addresseeStep(visit, state);
};

/** Takes the letter, or gives it back with what is wrong. */
export const sendLetters: Handler = async (visit) => {
  const { app, view, form } = visit;
  const choice = await chosenIn(visit, form);
  const draft = readDraft(form, choice);
  if (form.get('step') === 'prepare') return writeStep(visit, choice, draft, noProblems);
  const checked = checkDraft(draft, choice, view);
  if ('problems' in checked) return { ...writeStep(visit, choice, draft, checked.problems), status: 422 };
  const taken = await acceptLetters(app, choice, checked.written, visit.lang);
  if (taken === 0) return writeStep(visit, choice, draft, noProblems);
  return toCheckMail(visit, choice.campaign.slug, draft.email, checked.written.mailbox);
};

/** Whom a form is for. @throws NothingHere where state, campaign or addressees are none that may be written to; Gone for a closed campaign */
export async function chosenIn(visit: Visit, form: URLSearchParams): Promise<Choice> {
  const campaign = await openCampaign(visit);
  const state = await stateOf(visit.app.database, form.get('state') ?? '');
  const lang = letterLang(form.get('lang'), visit.lang);
  if (!state || state.risk === 'closed') throw new NothingHere();
  const addressees = await representativesByIds(visit.app.database, form.getAll('to'), state.iso3, visit.view.today());
  if (addressees.length === 0 || addressees.length > campaign.letterLimit) throw new NothingHere();
  const spoken = lang === visit.lang ? campaign : await campaignOf({ ...visit, lang });
  // The ask that the page was written for stays the letter's, also if another leads by the time it is sent.
  const { database } = visit.app;
  const shown = await askByName(database, spoken, form.get('ask') ?? '', state.iso3, visit.view.today());
  const ask = shown ?? (await askOfTheDay(database, spoken, state.iso3, visit.view.today()));
  if (!ask) throw new NothingHere();
  return { campaign: spoken, ask, state, addressees, lang };
}

async function openCampaign(visit: Visit) {
  const campaign = await campaignOf(visit);
  if (!isOpen(campaign, new Date())) throw new Gone();
  return campaign;
}

async function stateStep(visit: Visit, problems: Problems): Promise<Answer> {
  const campaign = await campaignOf(visit);
  const states = await allStates(visit.app.database);
  const suggested = suggestedState(states, visit.acceptLanguage);
  const status = problems.size > 0 ? 422 : 200;
  return framed(
    visit,
    <ChooseState view={visit.view} campaign={campaign} states={states} suggested={suggested} problems={problems} />,
    status,
  );
}

async function addresseeStep(visit: Visit, state: State): Promise<Answer> {
  const { app, view, query } = visit;
  const campaign = await campaignOf(visit);
  const ticked = await representativesByIds(app.database, query.getAll('to'), state.iso3, view.today());
  const problems = addresseeProblems(visit, ticked.length, campaign.letterLimit);
  if (query.get('go') === 'write' && problems.size === 0) {
    const choice = await chosenIn(visit, query);
    return writeStep(visit, choice, newDraft(choice), noProblems);
  }
  const search = {
    state: state.iso3,
    on: view.today(),
    words: query.get('q')?.slice(0, 100),
    area: query.get('area') ?? undefined,
    party: query.get('party') ?? undefined,
    page: Math.min(1_000, Math.trunc(Number(query.get('page'))) || 1),
  };
  const found = await findRepresentatives(app.database, search);
  const children = (
    <ChooseAddressees
      view={view}
      campaign={campaign}
      state={state}
      search={search}
      found={found}
      ticked={ticked}
      ask={await askOfTheDay(app.database, campaign, state.iso3, visit.view.today())}
      problems={problems}
    />
  );
  return framed(visit, children, problems.size > 0 ? 422 : 200);
}

function addresseeProblems({ view, query }: Visit, ticked: number, most: number): Problems {
  if (ticked > most) return new Map([['to', view.t('letters.wrong.tooMany', { most })]]);
  return query.get('go') === 'write' && ticked === 0 ? new Map([['to', view.t('letters.wrong.nobody')]]) : noProblems;
}

/** The letter to write, or to write on, with what is wrong. */
export function writeStep(visit: Visit, choice: Choice, draft: Draft, problems: Problems) {
  const controller = controllerName(visit.app.settings);
  return framed(
    visit,
    <WriteLetter view={visit.view} choice={choice} draft={draft} problems={problems} controller={controller} />,
  );
}

function framed({ view }: Visit, children: ReactElement, status = 200) {
  return page(
    { view, title: view.t('letters.title'), description: view.t('letters.description'), private: true, children },
    { status },
  );
}
