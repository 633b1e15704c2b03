import type { ComponentChildren } from 'preact';
import type { Answer } from '../http/answer.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { OfficeForm } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Carried, noProblems, type Problems } from '../site/components/form.tsx';
import { keepingAddresses } from './addresses.ts';
import { effectsOf } from './effects.ts';
import { EffectsShown } from './effects-shown.tsx';
import type { Kind } from './kinds.ts';
import type { Plan } from './plan.ts';
import { ReasonField } from './reason.tsx';
import type { Recorded } from './recorded-rows.ts';
import { RevisedElsewhere } from './revised-elsewhere.tsx';

export interface Look {
  readonly kind: Kind;
  readonly recorded: Recorded;
  readonly plan: Plan;
  readonly title: string;
  /** Where it is sent. */
  readonly action: string;
  /** What the form carries, beside the reason. */
  readonly carried: Iterable<readonly [string, string]>;
  readonly why: string;
  readonly problems?: Problems;
  /** Somebody revised the record since it was looked at. */
  readonly elsewhere?: boolean;
  /** Nothing was sent yet: what keeps it from being done is what there is to say, and no mistake of whoever asks. */
  readonly opened?: boolean;
  /** The row goes. */
  readonly ends?: boolean;
  /** What can be done instead: the form again. */
  readonly beside: ComponentChildren;
}

/** What a change would do, and the form that does it; what was looked at, and nothing else. */
export async function lookPage(request: StaffRequest, look: Look): Promise<Answer> {
  const { app, view, lang, token } = request;
  const { kind, recorded, plan, action, problems = noProblems, elsewhere = false, opened = false, ends = false } = look;
  const effects = await effectsOf(app.database, kind.dataset, plan.changes, view.today(), lang);
  return screen(
    { ...request, path: behindHome(lang, action) },
    look.title,
    <>
      {elsewhere && <RevisedElsewhere view={view} />}
      <p role="status" className="note">
        {view.t('record-keeping.nothingYet')}
      </p>
      <h2>{view.t('record-keeping.effects')}</h2>
      <EffectsShown view={view} recorded={recorded} dataset={kind.dataset} changes={plan.changes} effects={effects} />
      <h2>{view.t(ends ? 'record-keeping.end.go' : 'record-keeping.go.title')}</h2>
      <OfficeForm
        view={view}
        token={token}
        action={action}
        button={view.t(ends ? 'record-keeping.end.go' : 'record-keeping.go')}
        problems={problems}
        destroys={ends}
      >
        <Carried values={[...look.carried, ['step', 'go'], ['looked', plan.print]]} />
        <ReasonField view={view} why={look.why} problems={problems} />
      </OfficeForm>
      {look.beside}
      <p>
        <a href={keepingAddresses.all(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: elsewhere ? 409 : problems.size > 0 && !opened ? 422 : 200 },
  );
}
