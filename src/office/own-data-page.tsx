import { WrongAccountError } from '../accounts/accounts.ts';
import { leave } from '../accounts/leave.ts';
import { ownDataFile } from '../accounts/own-data.ts';
import { isFresh } from '../accounts/sessions.ts';
import type { FileAnswer } from '../http/answer.ts';
import { NotFoundError } from '../http/answer.ts';
import { chosen, type Fields } from '../http/fields.ts';
import { siteAddresses } from '../site/addresses.ts';
import { Choice } from '../site/components/field.tsx';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { MailLink } from '../site/components/net-address.tsx';
import { officeAddresses } from './addresses.ts';
import type { OfficeRequest, StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';

export const leaveFields: Fields = { sure: chosen(3) };

const questions = ['what', 'why', 'sees', 'long', 'rights'] as const;

/** What is held of those who run this, why and how long (GDPR art. 13), with a copy of it and the way to leave. */
export async function ownDataPage(request: StaffRequest) {
  return ownDataPageWith(request, noProblems);
}

function ownDataPageWith(request: StaffRequest, problems: Problems) {
  const { view, lang } = request;
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.ownData(lang)) },
    view.t('office.data.title'),
    <>
      <ErrorSummary view={view} problems={problems} />
      <p className="lead">
        {view.operator
          ? view.rich('office.data.who', { operator: view.operator.name, mail: <MailLink to={view.operator.email} /> })
          : view.t('office.data.who.demonstration')}
      </p>
      {questions.map((question) => (
        <section key={question} id={question}>
          <h2>{view.t(`office.data.${question}.title`)}</h2>
          {question === 'long' ? <Periods request={request} /> : <p>{view.t(`office.data.${question}.text`)}</p>}
        </section>
      ))}
      <OwnChoices request={request} problems={problems} />
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

/** What the privacy page says of them too, in the words of the rooms that keep it. */
function Periods({ request: { app, view, lang } }: { request: StaffRequest }) {
  const ofStaff = app.handed.periods.filter(({ ofStaff }) => ofStaff);
  return (
    <>
      <ul>
        {ofStaff.map(({ sentence, days }) => (
          <li key={sentence}>{view.t(sentence, days === undefined ? {} : { days })}</li>
        ))}
      </ul>
      <p>
        <a href={siteAddresses.privacy(lang)}>{view.t('site.privacy')}</a>
      </p>
    </>
  );
}

function OwnChoices({ request, problems }: { request: StaffRequest; problems: Problems }) {
  const { view, lang, token, session } = request;
  if (!isFresh(session))
    return (
      <p>
        <a href={officeAddresses.prove(lang, { to: behindHome(lang, officeAddresses.ownData(lang)) })}>
          {view.t('office.data.prove')}
        </a>
      </p>
    );
  return (
    <>
      <h2 id="copy">{view.t('office.data.copy')}</h2>
      <p>{view.t('office.data.copy.text')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.ownData(lang)}
        button={view.t('office.data.copy.button')}
        outlined={true}
      />
      <h2 id="leave">{view.t('office.data.leave')}</h2>
      <p>{view.t('office.data.leave.text')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.leave(lang)}
        button={view.t('office.data.leave.button')}
        destroys={true}
      >
        <Choice name="sure" label={view.t('office.data.leave.sure')} error={problems.get('sure-yes')} />
      </OfficeForm>
    </>
  );
}

/** Everything that is held of whoever asks, as a file. */
export async function downloadOwnData({ app, session }: StaffRequest): Promise<FileAnswer> {
  const body = await ownDataFile(app, session.actor_id);
  if (body === undefined) throw new NotFoundError('an account');
  return { kind: 'file', type: 'application/json; charset=utf-8', body, name: 'common-bonds-my-account.json' };
}

/** Deletes the account of whoever asks. */
export async function leaveOffice(request: StaffRequest) {
  const { app, session, form, view, keep } = request;
  if (!form.has('sure')) return ownDataPageWith(request, new Map([['sure-yes', view.t('office.data.leave.tick')]]));
  try {
    await leave(app.database, session.actor_id);
  } catch (error) {
    if (!(error instanceof WrongAccountError)) throw error;
    return ownDataPageWith(request, new Map([['leave', view.t(`office.staff.wrong.${error.why}`)]]));
  }
  keep('office', undefined);
  return gone({ ...request, session: undefined });
}

function gone(request: OfficeRequest) {
  const { view } = request;
  return screen(
    { ...request, path: '' },
    view.t('office.data.gone.title'),
    <p className="lead">{view.t('office.data.gone.text')}</p>,
  );
}
