import { toCheckMail } from '../actions/check-mail-page.tsx';
import { askByName, askOfTheDay } from '../campaigns/ask-of-the-day.ts';
import type { Ask, Campaign, OpenCampaign } from '../campaigns/campaign.ts';
import { campaignOf } from '../campaigns/find-campaign.ts';
import { whileOpen } from '../campaigns/while-open.ts';
import type { Queries } from '../database/database.ts';
import type { Answer } from '../http/answer.ts';
import { PROOF, SPEAK, saysWrongAgain } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic, fromVisible, together } from '../publications/visible-to.ts';
import {
  type Found,
  findRepresentatives,
  type Representative,
  representativesByIds,
  type Search,
} from '../representatives/find-representatives.ts';
import { mailChannel } from '../representatives/naming.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { wholeAgain } from '../site/too-long.ts';
import { stateMeant } from '../states/state-meant.ts';
import { allStates, type State, stateOf } from '../states/states.ts';
import { acceptLetters } from './accept-letters.ts';
import { ChooseAddressees, type Typed } from './choose-addressees.tsx';
import { letterLang } from './letter-lang.ts';
import { ClosedPage, WarningPage } from './risk-warning.tsx';
import { stateStep } from './state-step.tsx';
import { stepPage } from './step-page.tsx';
import { UnknownAddresseeError } from './unknown-addressee-error.ts';
import {
  type Choice,
  checkDraft,
  type Draft,
  isAsPrepared,
  type Looked,
  linkedField,
  newDraft,
  readDraft,
} from './write-form.ts';
import { letterFormOf, WriteLetter } from './write-page.tsx';

/** The steps to a letter, each a plain page: state, warning, office-holders, words. */
export const writePage = whileOpen(async (request, campaign) => {
  const { app, query } = request;
  const requested = query.get('state');
  const state = await stateMeantBy(app.database, requested);
  if (!state || (query.has(SPEAK) && !query.has('aware'))) return stateStep(request, campaign);
  const warned = query.has('aware') && request.fromOurPages;
  if (state.risk === 'closed' || (state.risk === 'warn' && !warned)) return riskStep(request, campaign, state);
  return addresseeStep(request, campaign, state);
});

/** Takes the letter, or gives it back with what is wrong. */
export const sendLetters = whileOpen(async (request, campaign) => {
  const { app, view, form, tooLong } = request;
  const goesOn = form.has(SPEAK) || ['others', 'prepare', 'edit'].includes(form.get('step') ?? '');
  // Only what is about to be sent is checked; what only goes along has to fit the form first.
  if (goesOn && tooLong) throw tooLong;
  if (form.get('step') === 'others') return othersStep(request, campaign);
  const choice = await chosenIn(request, campaign, form);
  const draft = readDraft(form, choice);
  if (form.has(SPEAK)) return spokenAgain(request, choice, draft, checkDraft(draft, choice, view, undefined));
  if (goesOn) return writeStep(request, choice, draft, noProblems, undefined);
  const checked = checkDraft(draft, choice, view, tooLong);
  const linked = form.has('seen') ? undefined : linkedField(draft);
  if ('problems' in checked) return writeStep(request, choice, wholeAgain(draft, tooLong), checked.problems, linked);
  if (linked) return writeStep(request, choice, draft, noProblems, linked);
  const action = await acceptLetters(app, choice, checked.written, request.lang);
  if (!action) return writeStep(request, choice, draft, noProblems, undefined);
  return toCheckMail(request, choice.campaign.slug, draft.email, checked.written.mailbox, action);
});

/** The letter in another language of the site; what its writer was told of it is told again. */
function spokenAgain(
  request: SiteRequest,
  choice: Visible<Choice>,
  draft: Draft,
  checked: ReturnType<typeof checkDraft>,
) {
  const { form } = request;
  const problems = saysWrongAgain(form) && 'problems' in checked ? checked.problems : noProblems;
  return writeStep(request, choice, draft, problems, form.has('seen') ? linkedField(draft) : undefined);
}

const stateMeantBy = fromVisible(
  (queries: Queries, _typed: string | null) => allStates(queries),
  (states, _, typed) => stateMeant(states, typed ?? '').state,
);

const riskStep = fromVisible(
  async (_: SiteRequest, campaign: Visible<OpenCampaign>, state: Visible<State>) => together({ campaign, state }),
  ({ campaign, state }, request) => {
    const { view, query } = request;
    if (state.risk === 'closed') return stepPage(request, campaign, <ClosedPage {...{ view, campaign, state }} />);
    const to = query.getAll('to').slice(0, campaign.letterLimit);
    return stepPage(request, campaign, <WarningPage {...{ view, campaign, state, to }} />);
  },
);

/** Whom a form is for. @throws UnknownAddresseeError where state or addressees are none that may be written to */
export const chosenIn = fromVisible(readChoice, ({ spoken, ...chosen }): Choice => ({ ...chosen, ...spoken }));

async function readChoice(request: SiteRequest, campaign: Visible<OpenCampaign>, form: URLSearchParams) {
  const state = await stateOf(request.app.database, form.get('state') ?? '');
  if (!state || state.risk === 'closed') throw new UnknownAddresseeError();
  const addressees = await representativesByIds(
    request.app.database,
    form.getAll('to'),
    state.iso3,
    request.view.today(),
  );
  if (addressees.length === 0 || addressees.length > campaign.letterLimit) throw new UnknownAddresseeError();
  const lang = letterLang(form.get('lang'), campaign.langs, request.lang, state.iso3, addressees);
  const spoken: Visible<Campaign> = lang === request.lang ? campaign : await campaignOf({ ...request, lang });
  // The ask that the page was written for stays the letter's, also if another leads by the time it is sent.
  const { database } = request.app;
  const shown = await askByName(database, spoken, form.get('ask') ?? '', state.iso3, request.view.today());
  const ask = shown ?? (await askOfTheDay(database, spoken, state.iso3, request.view.today()));
  if (!ask) throw new UnknownAddresseeError();
  return together({
    campaign,
    ask,
    state,
    addressees,
    spoken: alwaysPublic({ lang }, 'a language of the site'),
  });
}

async function addresseeStep(
  request: SiteRequest,
  campaign: Visible<OpenCampaign>,
  state: Visible<State>,
): Promise<Visible<Answer>> {
  const { app, view, query } = request;
  const ticked = await representativesByIds(app.database, query.getAll('to'), state.iso3, view.today());
  const problems = addresseeProblems(view, query, ticked.length, campaign.letterLimit);
  if (query.get('go') === 'write' && problems.size === 0) {
    const choice = await chosenIn(request, campaign, query);
    return writeStep(request, choice, newDraft(choice), noProblems, undefined);
  }
  const direct = asksForNobody(query) ? await mailedOffice(request, campaign, state) : undefined;
  if (direct) {
    const choice = await chosenIn(request, campaign, new URLSearchParams([...query, ['to', direct.id]]));
    return writeStep(request, choice, newDraft(choice), noProblems, undefined);
  }
  return chooseStep(request, campaign, state, { given: query, ticked, problems });
}

/** What its writer typed goes along, until they have chosen whom else it is for; words that were only prepared are prepared anew. */
async function othersStep(request: SiteRequest, campaign: Visible<OpenCampaign>): Promise<Visible<Answer>> {
  const { app, view, form } = request;
  const state = await stateOf(app.database, form.get('state') ?? '');
  if (!state || state.risk === 'closed') throw new UnknownAddresseeError();
  const ticked = await representativesByIds(app.database, form.getAll('to'), state.iso3, view.today());
  const problems = addresseeProblems(view, form, ticked.length, campaign.letterLimit);
  if (form.get('go') === 'write' && problems.size === 0) {
    const choice = await chosenIn(request, campaign, form);
    return writeStep(request, choice, readDraft(form, choice), noProblems, undefined);
  }
  const typed = await typedSoFar(request, campaign);
  return chooseStep(request, campaign, state, { given: form, ticked, problems, typed });
}

async function typedSoFar(request: SiteRequest, campaign: Visible<OpenCampaign>): Promise<Typed> {
  const { form } = request;
  const fromLetter = form.has('body') && !form.has('q');
  const choice = fromLetter ? await chosenIn(request, campaign, form) : undefined;
  const anew = choice && isAsPrepared(readDraft(form, choice), choice) ? ['subject', 'body', 'lang'] : [];
  return [...form].filter(([name]) => !ofSearch.includes(name) && !anew.includes(name));
}

const ofSearch: readonly string[] = ['to', 'q', 'area', 'party', 'page', 'go', SPEAK, PROOF];

interface Choosing {
  /** In which it stands how they are searched. */
  readonly given: URLSearchParams;
  readonly ticked: Visible<readonly Representative[]>;
  readonly problems: Problems;
  readonly typed?: Typed;
}

async function chooseStep(
  request: SiteRequest,
  campaign: Visible<OpenCampaign>,
  state: Visible<State>,
  choosing: Choosing,
) {
  const { app, view } = request;
  const { given, ticked, problems, typed } = choosing;
  const search = {
    state: state.iso3,
    on: view.today(),
    lang: view.lang,
    words: given.get('q')?.slice(0, 100),
    area: given.get('area') ?? undefined,
    party: given.get('party') ?? undefined,
    pages: Math.trunc(Number(given.get('page'))) || 1,
  };
  const found = await findRepresentatives(app.database, search);
  const ask = await askOfTheDay(app.database, campaign, state.iso3, view.today());
  const listed = together({ campaign, state, found, ticked, ...(ask && { ask }) });
  return addresseeList(request, listed, { search, problems, typed });
}

interface Listed {
  readonly campaign: OpenCampaign;
  readonly state: State;
  readonly found: Found;
  readonly ticked: readonly Representative[];
  readonly ask?: Ask;
}

interface Searched {
  readonly search: Search;
  readonly problems: Problems;
  readonly typed: Typed | undefined;
}

const addresseeList = fromVisible(
  async (_: SiteRequest, listed: Visible<Listed>, _searched: Searched) => listed,
  ({ ask, ...listed }, request, _, searched) =>
    stepPage(request, listed.campaign, <ChooseAddressees view={request.view} {...listed} {...searched} ask={ask} />, {
      status: searched.problems.size > 0 ? 422 : 200,
      form: { id: 'addressees' },
    }),
);

/** Nobody has been looked for or ticked yet. */
function asksForNobody(query: URLSearchParams): boolean {
  return !['choose', 'to', 'q', 'area', 'party', 'page', 'go', SPEAK].some((name) => query.has(name));
}

/** The office that the ask of the day is for, where a mail reaches it: who wants no other need not choose. */
async function mailedOffice({ app, view }: SiteRequest, campaign: OpenCampaign, state: State) {
  const ask = await askOfTheDay(app.database, campaign, state.iso3, view.today());
  const { representatives } = await findRepresentatives(app.database, { state: state.iso3, on: view.today() });
  const office = representatives.find((one) => one.office !== null && one.office === ask?.office);
  return office && mailChannel(office)?.paused === false ? office : undefined;
}

function addresseeProblems(view: View, given: URLSearchParams, ticked: number, most: number): Problems {
  if (ticked > most) return new Map([['to', view.t('letters.wrong.tooMany', { most })]]);
  const wanted = given.get('go') === 'write' || saysWrongAgain(given);
  return wanted && ticked === 0 ? new Map([['to', view.t('letters.wrong.nobody')]]) : noProblems;
}

/** The letter to write, or to write on, with what is wrong. */
export const writeStep = fromVisible(
  async (_: SiteRequest, choice: Visible<Choice>, _draft: Draft, _problems: Problems, _linked: Looked | undefined) =>
    choice,
  (choice, request, _, draft, problems, linked) =>
    stepPage(
      request,
      choice.campaign,
      <WriteLetter
        view={request.view}
        choice={choice}
        draft={draft}
        problems={problems}
        linked={linked}
        seen={request.form.has('seen')}
        givenBack={request.form.size > 0}
        controller={choice.campaign.controller.name}
      />,
      { status: problems.size > 0 ? 422 : 200, form: letterFormOf(request.view, choice) },
    ),
);
