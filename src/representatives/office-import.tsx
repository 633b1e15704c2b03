import { isFresh } from '../accounts/sessions.ts';
import type { Answer } from '../http/answer.ts';
import { chosen, type Fields, typed, written } from '../http/fields.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { OfficeForm } from '../office/parts.tsx';
import { ProveAgain } from '../office/prove-again.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Choice } from '../site/components/field.tsx';
import { Carried, noProblems, type Problems } from '../site/components/form.tsx';
import { reachAddresses } from './addresses.ts';
import { ImportFields, ImportReportShown } from './import-parts.tsx';
import { bringIn, type Looked, lookAt } from './look-at-import.ts';
import { MOST_CHARACTERS, problemsIn, readList, type TypedList, typedList } from './typed-list.ts';

/** Of a body: every character of a list may take six bytes in it, and as many lists are far from it. */
export const MOST_BYTES = 4_000_000;

export const importFields: Fields = {
  state: typed('representatives.list.state', 100),
  source: typed('representatives.edit.source', 300),
  as_of: typed('representatives.edit.as_of', 20),
  list: { ...written('representatives.import.list', MOST_CHARACTERS), units: MOST_CHARACTERS },
  skip: chosen(2),
  sure: chosen(2),
  looked: chosen(60),
  step: chosen(2),
};

export async function importPage(request: StaffRequest): Promise<Answer> {
  return shown(request, { ...typedList(request.form), as_of: request.view.today() }, {});
}

/** Says what a list would change; and once somebody has looked at that, brings it in. */
export async function importOnes(request: StaffRequest): Promise<Answer> {
  const { app, form, session } = request;
  const given = typedList(form);
  const read = await readList(app.database, given, request.view);
  if ('problems' in read) return shown(request, given, { problems: problemsIn(request.view, read.problems) });
  if (form.get('step') !== 'go') return shown(request, given, { looked: await lookAt(app.database, read) });
  if (!isFresh(session)) return shown(request, given, { looked: await lookAt(app.database, read), status: 403 });
  const outcome = await bringIn(app.database, read, { looked: form.get('looked') ?? '', by: session.actor_id });
  if (outcome !== 'elsewhere') return shown(request, given, { looked: outcome });
  return shown(request, given, { looked: await lookAt(app.database, read), status: 409 });
}

interface How {
  readonly problems?: Problems;
  readonly looked?: Looked;
  readonly status?: number;
}

function shown(request: StaffRequest, given: TypedList, how: How): Answer {
  const { view, lang, token } = request;
  const { problems = noProblems, looked, status = problems.size > 0 ? 422 : 200 } = how;
  const action = reachAddresses.importAddressees(lang);
  const form = (
    <OfficeForm
      view={view}
      token={token}
      action={action}
      button={view.t(looked ? 'representatives.import.again' : 'representatives.import.try')}
      problems={problems}
      outlined={looked !== undefined}
    >
      <ImportFields view={view} given={given} problems={problems} />
    </OfficeForm>
  );
  return screen(
    { ...request, path: behindHome(lang, action) },
    view.t('representatives.import'),
    <>
      {status === 409 && (
        <div className="sum" role="alert">
          <h2>{view.t('representatives.import.elsewhere')}</h2>
          <p>{view.t('representatives.import.elsewhere.text')}</p>
        </div>
      )}
      {status === 403 && <ProveAgain request={request} />}
      {!looked && <p className="lead">{view.t('representatives.import.lead')}</p>}
      {looked && <ImportReportShown view={view} looked={looked} />}
      {looked?.may && <Go request={request} given={given} looked={looked} />}
      {looked && !looked.report.written ? (
        <details open={!looked.may}>
          <summary>{view.t('representatives.import.change')}</summary>
          {form}
        </details>
      ) : (
        !looked && form
      )}
      <p>
        <a href={reachAddresses.addressees(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status },
  );
}

/** What was looked at, and nothing else, is brought in. */
function Go({ request, given, looked }: { request: StaffRequest; given: TypedList; looked: Looked }) {
  const { view, lang, token } = request;
  const carried = [...Object.entries(given).filter(([name]) => name !== 'sure')] as [string, string][];
  return (
    <OfficeForm
      view={view}
      token={token}
      action={reachAddresses.importAddressees(lang)}
      button={view.t('representatives.import.go', { count: looked.changes })}
    >
      <Carried values={[...carried, ['step', 'go'], ['looked', looked.print]]} />
      {looked.doubts.length > 0 && (
        <Choice
          name="sure"
          value="1"
          label={view.t('representatives.import.sure')}
          defaultChecked={given.sure === '1'}
        />
      )}
    </OfficeForm>
  );
}
