import type { ComponentChildren } from 'preact';
import type { Revised } from '../facts/revise.ts';
import type { Answer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail, OfficeForm } from '../office/parts.tsx';
import { ProveAgain } from '../office/prove-again.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Carried, noProblems, type Problems } from '../site/components/form.tsx';
import { keepingAddresses } from './addresses.ts';
import type { Effects } from './effects.ts';
import { ChangedRows, EffectsShown } from './effects-shown.tsx';
import type { Plan } from './plan.ts';
import { ReasonField } from './reason.tsx';
import type { Recorded } from './recorded-rows.ts';
import { sayRefusal } from './refusals.ts';
import { RevisedElsewhere } from './revised-elsewhere.tsx';
import { TableInputs } from './table-inputs.tsx';
import { fileLabel, type ReadTables, type TypedTables } from './typed-tables.ts';

/** What tables would change. */
export interface Looked {
  readonly recorded: Recorded;
  readonly read: ReadTables;
  readonly plan: Plan;
  /** Whether it can be recorded as it stands. */
  readonly may: boolean;
  readonly effects: Effects | undefined;
  readonly unchanged: number;
}

interface How {
  readonly problems?: Problems;
  readonly looked?: Looked;
  /** Somebody revised the record since it was looked at. */
  readonly elsewhere?: boolean;
  /** A factor is to be shown afresh. */
  readonly prove?: boolean;
  /** It is recorded. */
  readonly revision?: Revised['revision'];
}

/** The form for tables, what they would change, and the form that records what was looked at. */
export function shown(request: StaffRequest, given: TypedTables, how: How): Answer {
  const { view, lang, token } = request;
  const { problems = noProblems, looked, elsewhere = false, prove = false, revision } = how;
  const action = addressOf(given)(lang);
  const form = (
    <OfficeForm
      view={view}
      token={token}
      action={action}
      button={view.t('record-keeping.look')}
      problems={looked ? noProblems : problems}
      outlined={looked !== undefined}
    >
      <TableInputs view={view} given={given} problems={looked ? noProblems : problems} />
    </OfficeForm>
  );
  return screen(
    { ...request, path: behindHome(lang, action) },
    view.t(`record-keeping.import.${given.dataset}`),
    <>
      {elsewhere && <RevisedElsewhere view={view} />}
      {prove && <ProveAgain request={request} />}
      {!looked && <p className="lead">{view.t('record-keeping.import.lead')}</p>}
      {looked && <Report view={view} given={given} looked={looked} revision={revision} />}
      {looked?.may && revision === undefined && (
        <Go request={request} given={given} looked={looked} problems={problems} action={action} />
      )}
      <FormAgain view={view} how={how}>
        {form}
      </FormAgain>
      <p>
        <a href={keepingAddresses.all(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: statusOf(how) },
  );
}

/** The form, folded under what it would change; nothing of it once that is recorded. */
function FormAgain({
  view,
  how: { looked, revision },
  children,
}: {
  view: View;
  how: How;
  children: ComponentChildren;
}) {
  if (!looked) return children;
  if (revision !== undefined) return null;
  return (
    <details open={!looked.may}>
      <summary>{view.t('record-keeping.again')}</summary>
      {children}
    </details>
  );
}

function statusOf({ problems = noProblems, looked, elsewhere, prove }: How): number {
  if (elsewhere) return 409;
  if (prove) return 403;
  return problems.size > 0 || (looked && refuses(looked)) ? 422 : 200;
}

export function addressOf({ dataset }: Pick<TypedTables, 'dataset'>) {
  return dataset === 'record' ? keepingAddresses.importRecord : keepingAddresses.importStates;
}

const refuses = ({ read, plan }: Looked) => read.problems.length + plan.problems.length > 0;

interface GoProps {
  readonly request: StaffRequest;
  readonly given: TypedTables;
  readonly looked: Looked;
  readonly problems: Problems;
  readonly action: string;
}

function Go({ request: { view, token, form }, given, looked, problems, action }: GoProps) {
  const texts = Object.entries(given.texts).filter(([, text]) => text !== '');
  return (
    <OfficeForm view={view} token={token} action={action} button={view.t('record-keeping.go')} problems={problems}>
      <Carried
        values={[
          ...texts,
          ...(given.whole ? [['whole', '1'] as const] : []),
          ['step', 'go'],
          ['looked', looked.plan.print],
        ]}
      />
      <ReasonField view={view} why={form.get('why') ?? ''} problems={problems} />
    </OfficeForm>
  );
}

/** As many as are read. */
const MOST = 200;

interface ReportProps {
  readonly view: View;
  readonly given: TypedTables;
  readonly looked: Looked;
  readonly revision: Revised['revision'];
}

function Report({ view, given: { dataset }, looked, revision }: ReportProps) {
  const { recorded, read, plan, effects, unchanged } = looked;
  const { t } = view;
  return (
    <>
      <p role="status" className="note">
        {revision === undefined
          ? t('record-keeping.nothingYet')
          : t('record-keeping.import.done', { revision: String(revision) })}
      </p>
      <dl className="details">
        <Detail label={t('record-keeping.effects.begins')}>
          {view.number(plan.changes.filter(({ before }) => before === null).length)}
        </Detail>
        <Detail label={t('record-keeping.effects.changes')}>
          {view.number(plan.changes.filter(({ before, after }) => before && after).length)}
        </Detail>
        <Detail label={t('record-keeping.effects.ends')}>
          {view.number(plan.changes.filter(({ after }) => after === null).length)}
        </Detail>
        <Detail label={t('record-keeping.import.unchanged')}>{view.number(unchanged)}</Detail>
        {read.stay > 0 && <Detail label={t('record-keeping.import.stay')}>{view.number(read.stay)}</Detail>}
      </dl>
      <Refused view={view} looked={looked} />
      {effects ? (
        <EffectsShown view={view} recorded={recorded} dataset={dataset} changes={plan.changes} effects={effects} />
      ) : (
        <ChangedRows view={view} recorded={recorded} dataset={dataset} changes={plan.changes} />
      )}
    </>
  );
}

function Refused({ view, looked: { read, plan } }: { view: View; looked: Looked }) {
  const { t } = view;
  const count = read.problems.length + plan.problems.length;
  if (count === 0) return null;
  return (
    <>
      <h2>{t('record-keeping.import.refused', { count })}</h2>
      <ul className="list">
        {read.problems.slice(0, MOST).map(({ file, line, reason }) => (
          <li key={`${file} ${line} ${reason}`}>
            <b>{t('record-keeping.import.line', { table: t(fileLabel(file.replace(/\.csv$/, ''))), line })}</b>
            <br />
            <span lang="en" dir="ltr">
              {reason}
            </span>
          </li>
        ))}
        {plan.problems.slice(0, MOST).map((problem) => (
          <li key={`${problem.file} ${problem.key} ${problem.reason}`}>
            <b>{t(fileLabel(problem.file))}</b> <code dir="ltr">{problem.key}</code>
            <br />
            {sayRefusal(view, problem)}
          </li>
        ))}
      </ul>
    </>
  );
}
