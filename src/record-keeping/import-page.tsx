import { isFresh } from '../accounts/sessions.ts';
import type { DatasetName } from '../facts/shapes.ts';
import type { Answer } from '../http/answer.ts';
import { chosen, type Fields as FormFields } from '../http/fields.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { loadAddressees } from '../representatives/load-addressees.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { listRecordedStates } from '../states/load-states.ts';
import { stepFields } from './change-page.tsx';
import { effectsOf } from './effects.ts';
import { type Looked, shown } from './import-shown.tsx';
import { planRows } from './plan.ts';
import { reasonIn, wrongReason } from './reason.tsx';
import { recordedRows } from './recorded-rows.ts';
import { readTables, type TypedTables, tableFields, typedTables } from './typed-tables.ts';
import { writePlan } from './write-plan.ts';

/** Of a body: every character of a table may take nine bytes in it, and as many tables are far from it. */
export const MOST_BYTES = 6_000_000;

export function importFields(dataset: DatasetName): FormFields {
  return { ...tableFields(dataset), ...stepFields, whole: chosen(2) };
}

export const importPage = (dataset: DatasetName) => async (request: StaffRequest) =>
  shown(request, typedTables(dataset, request.form), {});

/** Says what tables would change; and once somebody has looked at that, records it. */
export const importTables = (dataset: DatasetName) => async (request: StaffRequest) => {
  const given = typedTables(dataset, request.form);
  const looked = await lookAt(request, given);
  if ('wrong' in looked) return shown(request, given, { problems: looked.wrong });
  if (request.form.get('step') !== 'go' || !looked.may) return shown(request, given, { looked });
  return go(request, given, looked);
};

async function lookAt({ app, session, view }: StaffRequest, given: TypedTables) {
  const { dataset } = given;
  const recorded = await recordedRows(app.database, session);
  const read = readTables(given, recorded);
  const wrong: Problems = new Map(
    read.unreadable.map((file) => [file, view.t('record-keeping.import.wrong.table')] as const),
  );
  if (wrong.size > 0) return { wrong };
  if (read.wanted.length + read.problems.length === 0)
    return { wrong: new Map([[Object.keys(given.texts)[0] ?? '', view.t('record-keeping.import.wrong.empty')]]) };
  const plan = await planRows(app.database, dataset, read.wanted);
  const may = read.problems.length + plan.problems.length === 0 && plan.changes.length > 0;
  const effects = may ? await effectsOf(app.database, dataset, plan.changes, view.today(), view.lang) : undefined;
  const unchanged = read.wanted.length - plan.changes.length;
  return { recorded, read, plan, may, effects, unchanged } satisfies Looked;
}

async function go(request: StaffRequest, given: TypedTables, looked: Looked): Promise<Answer> {
  const { app, form, session, view } = request;
  if (looked.plan.print !== form.get('looked')) return shown(request, given, { looked, elsewhere: true });
  if (!isFresh(session)) return shown(request, given, { looked, prove: true });
  const why = reasonIn(form);
  if (why === undefined) return shown(request, given, { looked, problems: wrongReason(view) });
  const by = { by: session.actor_id, why, zone: view.timeZone, today: view.today() };
  const revised = await writePlan(app.database, given.dataset, looked.plan, by);
  if (revised.revision === undefined) {
    const again = await lookAt(request, given);
    return 'wrong' in again
      ? shown(request, given, { problems: again.wrong })
      : shown(request, given, { looked: again, elsewhere: true });
  }
  if (given.dataset === 'states') await loadAddressees(app.database, await listRecordedStates(app.database));
  return shown(request, given, { looked, revision: revised.revision, problems: noProblems });
}
