import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields, typed, written } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { itemHistory } from '../office/item-history.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail, OfficeForm } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Choice, Choices, Field, TextArea } from '../site/components/field.tsx';
import { Carried, noProblems, type Problems } from '../site/components/form.tsx';
import { riskAddresses } from './addresses.ts';
import { judgeRisk } from './judge-risk.ts';
import { PastJudgements } from './past-judgements.tsx';
import { selectJudged, selectJudgements } from './risk-queries.ts';
import { risks } from './risks.ts';
import { listedName } from './state-names.ts';
import {
  judgementFields,
  MOST_BECAUSE,
  MOST_SOURCE,
  readTypedJudgement,
  type TypedFields,
  versionOf,
  wrongIn,
} from './typed-judgement.ts';

export const judgeFields: Fields = {
  level: chosen(10),
  because: written('states.judge.because', MOST_BECAUSE),
  source: typed('states.judge.source', MOST_SOURCE),
  on: typed('states.judge.on', 20),
  was: chosen(60),
};

type Judged = NonNullable<Awaited<ReturnType<typeof selectJudged>>>;

/** What is judged of a state, by whom and why, and the form to judge it anew. */
export async function riskPage(request: StaffRequest): Promise<Answer> {
  const stored = await storedOf(request);
  const { risk, risk_source } = stored;
  const empty = { level: risk, because: '', source: risk_source ?? '', on: request.view.today() };
  return shown(request, stored, { typed: empty });
}

/** Judges it, unless something typed can't be taken or somebody else was there meanwhile. */
export async function judgeOne(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const stored = await storedOf(request);
  const typed = Object.fromEntries(judgementFields.map((name) => [name, form.get(name)?.trim() ?? ''])) as TypedFields;
  const was = form.get('was') ?? '';
  const judgement = readTypedJudgement(stored.iso3, typed, view.today());
  if (!judgement) return shown(request, stored, { typed, was, problems: problemsOf(view, typed) });
  if (await judgeRisk(app.database, judgement, session.actor_id, was))
    return seeOther(riskAddresses.risk(lang, stored.iso3));
  return shown(request, await storedOf(request), { typed, elsewhere: true });
}

/** What is judged now. */
export async function judgementVersion(request: StaffRequest): Promise<string> {
  return versionOf(await storedOf(request));
}

/** @throws NotFoundError */
async function storedOf({ app, params }: StaffRequest): Promise<Judged> {
  const stored = await selectJudged(app.database, params.name ?? '', false);
  if (!stored) throw new NotFoundError('a state');
  return stored;
}

function problemsOf(view: View, typed: TypedFields): Problems {
  return new Map(wrongIn(typed, view.today()).map((name) => [name, view.t(`states.judge.wrong.${name}`, most[name])]));
}

const most = { level: {}, because: { most: MOST_BECAUSE }, source: { most: MOST_SOURCE }, on: {} };

interface How {
  readonly typed: TypedFields;
  /** What the form was read at, where it stays so. */
  readonly was?: string;
  readonly problems?: Problems;
  /** Somebody else judged meanwhile. */
  readonly elsewhere?: boolean;
}

const MOST_SHOWN = 50;

async function shown(request: StaffRequest, stored: Judged, how: How): Promise<Answer> {
  const { app, view, lang, token } = request;
  const { typed, was = versionOf(stored), problems = noProblems, elsewhere = false } = how;
  const past = await selectJudgements(app.database, stored.iso3, MOST_SHOWN);
  const action = riskAddresses.risk(lang, stored.iso3);
  return screen(
    { ...request, path: behindHome(lang, action) },
    view.t('states.risks.of', { name: listedName(lang, stored) }),
    <>
      {elsewhere && (
        <div className="sum" role="alert">
          <h2>{view.t('states.judge.elsewhere')}</h2>
          <p>{view.t('states.judge.elsewhere.text')}</p>
        </div>
      )}
      <Now view={view} stored={stored} />
      <h2>{view.t('states.judge')}</h2>
      <OfficeForm
        view={view}
        token={token}
        action={action}
        button={view.t(elsewhere ? 'states.judge.over' : 'states.judge.button')}
        problems={problems}
      >
        <Carried values={[['was', was]]} />
        <Inputs view={view} typed={typed} problems={problems} />
      </OfficeForm>
      <PastJudgements view={view} past={past} />
      {await itemHistory(request, ['state', stored.iso3])}
      <p>
        <a href={riskAddresses.risks(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: elsewhere ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

function Now({ view, stored }: { view: View; stored: Judged }) {
  const { risk, risk_judged_on, risk_source } = stored;
  return (
    <dl className="details">
      <Detail label={view.t('states.risks.level')}>
        <b>{view.t(`states.risk.${risk}`)}</b>
        <br />
        {view.t(`states.risk.${risk}.text`)}
      </Detail>
      <Detail label={view.t('states.risks.judged')}>
        {risk_judged_on ? view.day(risk_judged_on) : view.t('states.risks.looked.no')}
      </Detail>
      {risk_source && (
        <Detail label={view.t('states.risks.source')}>
          <bdi>{risk_source}</bdi>
        </Detail>
      )}
    </dl>
  );
}

function Inputs({ view, typed, problems }: { view: View; typed: TypedFields; problems: Problems }) {
  return (
    <>
      <Choices name="level" label={view.t('states.risks.level')} error={problems.get('level')}>
        {risks.map((risk) => (
          <Choice
            key={risk}
            type="radio"
            name="level"
            value={risk}
            defaultChecked={typed.level === risk}
            label={
              <>
                <b>{view.t(`states.risk.${risk}`)}</b> {view.t(`states.risk.${risk}.text`)}
              </>
            }
          />
        ))}
      </Choices>
      <TextArea
        name="because"
        label={view.t('states.judge.because')}
        hint={view.t('states.judge.because.hint')}
        error={problems.get('because')}
        defaultValue={typed.because}
        rows={3}
        dir="auto"
      />
      <Field
        name="source"
        label={view.t('states.judge.source')}
        hint={view.t('states.judge.source.hint')}
        error={problems.get('source')}
        defaultValue={typed.source}
        autoComplete="off"
        dir="auto"
      />
      <Field
        name="on"
        type="date"
        label={view.t('states.judge.on')}
        hint={view.t('states.judge.on.hint')}
        error={problems.get('on')}
        defaultValue={typed.on}
      />
    </>
  );
}
