import type { Fields } from '../facts/shapes.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields as FormFields, written } from '../http/fields.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { keepingAddresses } from './addresses.ts';
import { type Changing, changeForm, editing } from './change-form.tsx';
import { columnFields } from './columns.ts';
import { rowAt } from './item-page.tsx';
import { idOfKey, keyOfId, kindNamed } from './kinds.ts';
import { lookPage } from './look-page.tsx';
import { type Plan, planChange } from './plan.ts';
import { MOST_WHY, reasonIn, wrongReason } from './reason.tsx';
import { recordedRows } from './recorded-rows.ts';
import { refusalsIn } from './refusals.ts';
import { formOf, rowOf, shapeOf, typedIn, versionOf, wrongIn, wrongWords } from './typed-row.ts';
import { writePlan } from './write-plan.ts';

export const stepFields: FormFields = {
  why: written('record-keeping.why', MOST_WHY),
  was: chosen(60),
  step: chosen(2),
  looked: chosen(60),
};
export const changeFields: FormFields = { ...columnFields, ...stepFields };

/** The form for a row that stands. */
export async function editPage(request: StaffRequest): Promise<Answer> {
  const { kind, recorded, row } = await rowAt(request);
  return editing(request, { kind, recorded, row, typed: formOf(kind, row.fields) });
}

/** What a row says now. */
export async function rowVersion(request: StaffRequest): Promise<string> {
  return versionOf((await rowAt(request)).row.fields);
}

/** The form for a new one. */
export async function addPage(request: StaffRequest): Promise<Answer> {
  const { app, params, session } = request;
  const kind = kindNamed(params.kind);
  if (!kind) throw new NotFoundError('a kind of row');
  const recorded = await recordedRows(app.database, session);
  return editing(request, { kind, recorded, row: undefined, typed: formOf(kind, {}) });
}

/** Adds a row, or changes one: looks first, then writes what was looked at. */
export async function changeOne(request: StaffRequest): Promise<Answer> {
  const { app, params, session, form } = request;
  const kind = kindNamed(params.kind);
  if (!kind) throw new NotFoundError('a kind of row');
  const recorded = await recordedRows(app.database, session);
  const row = params.id === undefined ? undefined : recorded.row(kind, keyOfId(params.id));
  const read = typedIn(kind, form);
  if (params.id !== undefined && !row) return goneMeanwhile(request, { kind, recorded, row: undefined, typed: read });
  const fixed = row ? Object.fromEntries(kind.fixed.map((name) => [name, row.fields[name] ?? ''])) : {};
  const changing: Changing = { kind, recorded, row, typed: { ...read, ...fixed } };
  return take(request, changing);
}

/** Somebody ended or renamed it since the form was opened: what was typed can still be recorded, as a row of its own. */
function goneMeanwhile(request: StaffRequest, changing: Changing): Answer {
  if (request.form.get('was') === null) throw new NotFoundError('a row of the record');
  return editing(request, changing, { gone: true });
}

async function take(request: StaffRequest, changing: Changing): Promise<Answer> {
  const { app, view, form } = request;
  const { kind, recorded, row, typed } = changing;
  const was = form.get('was') ?? '';
  const after = rowOf(kind, typed, row?.fields, recorded);
  const wrong = wrongIn(kind, after, recorded, view.today());
  if (wrong.size > 0) return editing(request, changing, { problems: wrongWords(view, wrong), was });
  if (row && was !== versionOf(row.fields)) return editing(request, changing, { elsewhere: true });
  const plan = await planChange(app.database, kind, row, after);
  if (plan.taken) return editing(request, changing, { problems: takenIn(request, changing), was });
  if (plan.problems.length > 0)
    return editing(request, changing, { problems: refusalsIn(view, kind, plan.problems), was });
  if (plan.changes.length === 0) return editing(request, changing, { nothing: true });
  return form.get('step') === 'go' ? go(request, changing, plan, after) : look(request, changing, plan);
}

function takenIn({ view }: StaffRequest, { kind }: Changing) {
  const column = shapeOf(kind).keyColumns.findLast((name) => kind.columns.some((one) => one === name));
  return new Map([[column ?? kind.columns[0] ?? '', view.t('record-keeping.wrong.taken')]]);
}

async function go(request: StaffRequest, changing: Changing, plan: Plan, after: Fields): Promise<Answer> {
  const { app, view, lang, form, session } = request;
  const why = reasonIn(form);
  if (plan.print !== form.get('looked')) return look(request, changing, plan, { elsewhere: true });
  if (why === undefined) return look(request, changing, plan, { wrongWhy: true });
  const by = { by: session.actor_id, why, zone: view.timeZone, today: view.today() };
  const revised = await writePlan(app.database, changing.kind.dataset, plan, by);
  if (revised.revision === undefined)
    return take(request, { ...changing, recorded: await recordedRows(app.database, session) });
  const { kind } = changing;
  return seeOther(keepingAddresses.one(lang, kind.name, idOfKey(shapeOf(kind).key(after))));
}

function look(
  request: StaffRequest,
  changing: Changing,
  plan: Plan,
  { elsewhere = false, wrongWhy = false } = {},
): Promise<Answer> {
  const { view, form } = request;
  const { kind, recorded, row, typed } = changing;
  const { title, action } = changeForm(request, changing);
  const carried = [...Object.entries(typed), ['was', row ? versionOf(row.fields) : ''] as const];
  return lookPage(request, {
    ...{ kind, recorded, plan, title, action, carried, elsewhere },
    why: form.get('why') ?? '',
    ...(wrongWhy ? { problems: wrongReason(view) } : {}),
    beside: (
      <details>
        <summary>{view.t('record-keeping.again')}</summary>
        {changeForm(request, changing, { outlined: true }).form}
      </details>
    ),
  });
}
