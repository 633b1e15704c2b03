import { type Answer, seeOther } from '../http/answer.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { keepingAddresses } from './addresses.ts';
import { type Named, rowAt } from './item-page.tsx';
import { idOfKey } from './kinds.ts';
import { lookPage } from './look-page.tsx';
import { type Plan, planChange } from './plan.ts';
import { reasonIn, wrongReason } from './reason.tsx';
import { refusalsIn } from './refusals.ts';
import { rowName } from './row-name.ts';
import { writePlan } from './write-plan.ts';

/** What follows where a row that was recorded wrongly goes, and the form that ends it. */
export async function endPage(request: StaffRequest): Promise<Answer> {
  const named = await rowAt(request);
  const plan = await planChange(request.app.database, named.kind, named.row, null);
  return look(request, named, plan, { opened: true });
}

export async function endOne(request: StaffRequest): Promise<Answer> {
  const { app, view, lang, form, session } = request;
  const named = await rowAt(request);
  const plan = await planChange(app.database, named.kind, named.row, null);
  if (plan.problems.length > 0) return look(request, named, plan);
  if (plan.print !== form.get('looked')) return look(request, named, plan, { elsewhere: true });
  const why = reasonIn(form);
  if (why === undefined) return look(request, named, plan, { wrongWhy: true });
  const by = { by: session.actor_id, why, zone: view.timeZone, today: view.today() };
  const revised = await writePlan(app.database, named.kind.dataset, plan, by);
  if (revised.revision !== undefined) return seeOther(keepingAddresses.all(lang, { kind: named.kind.name }));
  const again = await rowAt(request);
  return look(request, again, await planChange(app.database, again.kind, again.row, null), { elsewhere: true });
}

function look(
  request: StaffRequest,
  { kind, recorded, row }: Named,
  plan: Plan,
  { opened = false, elsewhere = false, wrongWhy = false } = {},
): Promise<Answer> {
  const { view, lang, form } = request;
  const id = idOfKey(row.key);
  const refused = [...refusalsIn(view, kind, plan.problems).values()];
  const problems = wrongWhy
    ? wrongReason(view)
    : new Map(refused.length > 0 ? [['why', refused.join(' ')] as const] : []);
  return lookPage(request, {
    ...{ kind, recorded, plan, opened, elsewhere, problems },
    title: view.t('record-keeping.end.title', { name: rowName(view, recorded, row) }),
    action: keepingAddresses.end(lang, kind.name, id),
    carried: [],
    why: form.get('why') ?? '',
    ends: true,
    beside: (
      <p>
        <a href={keepingAddresses.one(lang, kind.name, id)}>{view.t('record-keeping.back')}</a>
      </p>
    ),
  });
}
