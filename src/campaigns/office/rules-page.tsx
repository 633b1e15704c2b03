import { isDeepStrictEqual } from 'node:util';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { OtherFields } from '../../office/meanwhile.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { noProblems, type Problems } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import type { ChosenRules, RuleField, WrongRule } from '../ask-rules.ts';
import { selectRules } from '../ask-rules-queries.ts';
import { changeAsk, wrongRules } from '../change-ask.ts';
import { numberIn } from './editing.ts';
import { type Ruling, rulingOf } from './ruled-ask.ts';
import { argumentsOf, chosenIn } from './rules-fields.ts';
import { type ReadAt, RulesForm, rulesNow, type Shown } from './rules-form.tsx';
import { lookedIn, rulesLook } from './rules-look.tsx';
import { chosenSaid, fieldKeys, saidFields } from './rules-said.ts';
import { calledIn } from './worded-item.ts';

export const rulesQuery = { version: chosen(10) };

const readNow = (ruling: Ruling): ReadAt => ({ number: ruling.ask.number, place: rulesNow(ruling).place });

/** Which rules stand, and in which place. */
export async function rulesVersion(request: StaffRequest): Promise<string> {
  const { number, place } = readNow(await rulingOf(request));
  return `${number} ${place}`;
}

/** Of which states something is asked, and how: as it is, or as an earlier version had it. */
export async function rulesPage(request: StaffRequest): Promise<Answer> {
  const ruling = await rulingOf(request);
  const number = numberIn(request.query.get('version'));
  if (number === 0) return showing(request, ruling, { given: rulesNow(ruling), read: readNow(ruling) });
  const [earlier] = await selectRules(request.app.database, ruling.ask.id, 1, number + 1);
  if (earlier?.number !== number) throw new NotFoundError('a version');
  // Of an argument that is gone the letter can't begin any more.
  const known = argumentsOf(ruling.ask).map(({ id }) => id);
  const rules = { ...earlier.rules, defaults: earlier.rules.defaults.filter((id) => known.includes(id)) };
  return showing(request, ruling, {
    ...{ given: { rules, place: rulesNow(ruling).place }, read: readNow(ruling) },
    back: number,
  });
}

/** Shows what a change would do; once that was looked at, makes it. */
export async function changeRules(request: StaffRequest): Promise<Answer> {
  const { app, form, params, session, lang } = request;
  const ruling = await rulingOf(request);
  const given = chosenIn(form, ruling.ask);
  const read = { number: numberIn(form.get('read')), place: numberIn(form.get('read-place')) };
  const back = numberIn(form.get('back')) || undefined;
  const shown = { given, read, back };
  const now = readNow(ruling);
  const wrong = wrongRules(ruling.asks, ruling.ask, given);
  if (wrong.size > 0) return showing(request, ruling, { ...shown, problems: problemsOf(request.view, wrong) });
  if (read.number !== now.number || read.place !== now.place) return elsewhere(request, ruling, shown);
  if (isDeepStrictEqual(given, rulesNow(ruling))) return showing(request, ruling, { ...shown, same: true });
  if (form.get('step') !== 'go') return rulesLook(request, ruling, shown);
  const { slug } = ruling.campaign;
  const { print, ...before } = lookedIn(form);
  const looked = { print, on: request.view.today() };
  const change = { ...given, read, back, looked, by: session.actor_id };
  const outcome = await changeAsk(app.database, slug, params.ask ?? '', change);
  if (outcome.is === 'done') return seeOther(deskAddresses.oneAsk(lang, slug, ruling.ask.slug));
  const meanwhile = await rulingOf(request);
  if (outcome.is === 'wrong')
    return showing(request, meanwhile, { ...shown, problems: problemsOf(request.view, outcome.wrong) });
  if (outcome.is === 'look-again') return rulesLook(request, meanwhile, { ...shown, before });
  return elsewhere(request, meanwhile, shown);
}

/** What somebody changed meanwhile; what was chosen is read at that from now on. */
function elsewhere(request: StaffRequest, ruling: Ruling, shown: Shown): Answer {
  return showing(request, ruling, { ...shown, read: readNow(ruling), theirs: rulesNow(ruling) });
}

function problemsOf(view: View, wrong: ReadonlyMap<RuleField, WrongRule>): Problems {
  return new Map([...wrong].map(([field, why]) => [field, view.t(`campaigns.rules.wrong.${why}`)]));
}

function showing(request: StaffRequest, ruling: Ruling, shown: Shown): Answer {
  const { view, lang } = request;
  const { campaign, ask, row } = ruling;
  const { problems = noProblems, theirs, given, back, same = false } = shown;
  const called = calledIn(lang, row).name;
  return screen(
    { ...request, path: behindHome(lang, deskAddresses.rules(lang, campaign.slug, ask.slug)) },
    view.t('campaigns.rules.title', { what: `\u2068${called}\u2069` }),
    <>
      {theirs && <Elsewhere view={view} ruling={ruling} theirs={theirs} yours={given} />}
      <p>{view.t('campaigns.rules.lead')}</p>
      {same && (
        <p className="note" role="status">
          {view.t('campaigns.rules.same')}
        </p>
      )}
      {back !== undefined && <p className="note">{view.t('campaigns.rules.from', { number: back })}</p>}
      <RulesForm request={request} ruling={ruling} shown={shown} />
      <p>
        <a href={deskAddresses.rulesVersions(lang, campaign.slug, ask.slug)}>{view.t('campaigns.versions')}</a>
      </p>
      <p>
        <a href={deskAddresses.oneAsk(lang, campaign.slug, ask.slug)}>
          {view.t('campaigns.words.back', { what: `\u2068${called}\u2069` })}
        </a>
      </p>
    </>,
    { status: theirs ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

interface ElsewhereProps {
  readonly view: View;
  readonly ruling: Ruling;
  readonly theirs: ChosenRules;
  readonly yours: ChosenRules;
}

function Elsewhere({ view, ruling: { ask }, theirs, yours }: ElsewhereProps) {
  const fields = saidFields.map((field) => ({
    label: view.t(fieldKeys[field]),
    ...{ theirs: chosenSaid(view, ask, field, theirs), yours: chosenSaid(view, ask, field, yours) },
  }));
  return <OtherFields view={view} text={view.t('campaigns.settings.meanwhile')} fields={fields} />;
}
