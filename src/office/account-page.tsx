import { accountOfActor } from '../accounts/accounts.ts';
import { changesOf } from '../accounts/changes.ts';
import { type Factors, factorsOf, makeRecoveryCodes } from '../accounts/factors.ts';
import { type PasskeyRow, passkeysOf } from '../accounts/passkeys.ts';
import { endSessions, isFresh, type SessionRow, sessionsOf } from '../accounts/sessions.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields } from '../http/fields.ts';
import { isolated } from '../locales/isolated.ts';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { ComingChanges, OwnAddress } from './account-changes.tsx';
import { officeAddresses } from './addresses.ts';
import { browserName } from './browser-words.ts';
import { DailyMail } from './daily-mail.tsx';
import { LookOver } from './looked-over.tsx';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm, RecoveryCodes } from './parts.tsx';
import { PasskeyForm, partyHere } from './passkey-form.tsx';
import { PasskeyName, whenUsed } from './passkey-page.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';

export const endFields: Fields = { session: chosen(36) };

/** One's own account: what one signs in with, and where one is signed in. */
export async function accountPage(request: StaffRequest) {
  return accountPageWith(request, noProblems);
}

/** The same with what is wrong. */
export async function accountPageWith(request: StaffRequest, problems: Problems) {
  const { view, session, token, app, lang } = request;
  const factors = await factorsOf(app.database, session.actor_id);
  const passkeys = await passkeysOf(app.database, session.actor_id);
  const sessions = await sessionsOf(app.database, session.actor_id);
  const changes = await changesOf(app.database, session.actor_id);
  const account = await accountOfActor(app.database, session.actor_id);
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.account(lang)) },
    view.t('office.account'),
    <>
      <ErrorSummary view={view} problems={problems} />
      <p className="lead">
        {view.t('office.account.who', {
          name: isolated(session.name),
          role: view.t(`office.role.${session.role}`),
        })}
      </p>
      <LookOver request={request} account={account} />
      <ComingChanges request={request} changes={changes} />
      <h2>{view.t('office.passkeys')}</h2>
      <Passkeys request={request} passkeys={passkeys} problems={problems} />
      <h2>{view.t('office.factors.others')}</h2>
      <OtherFactors request={request} factors={factors} />
      <h2>{view.t('office.address')}</h2>
      <OwnAddress request={request} account={account} problems={problems} />
      <h2 id="daily">{view.t('office.daily')}</h2>
      <DailyMail request={request} account={account} />
      <h2>{view.t('office.sessions')}</h2>
      <ul className="list">
        {sessions.map((one) => (
          <li key={one.id}>
            <Session request={request} one={one} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <OfficeForm
          view={view}
          token={token}
          action={officeAddresses.endSessions(lang)}
          button={view.t('office.sessions.endAll')}
          destroys={true}
        />
      )}
      <h2>{view.t('office.data.title')}</h2>
      <p>
        <a href={officeAddresses.ownData(lang)}>{view.t('office.data.link')}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

function Session({ request: { view, lang, session, token }, one }: { request: StaffRequest; one: SessionRow }) {
  const browser = browserName(view, one.browser);
  return (
    <>
      <div>{browser}</div>
      <div className="q s">
        {view.t('office.sessions.when', { began: view.moment(one.began_at), used: view.moment(one.last_used_at) })}
      </div>
      {one.id === session.id ? (
        <div className="q s">{view.t('office.sessions.this')}</div>
      ) : (
        <OfficeForm
          view={view}
          token={token}
          action={officeAddresses.endSessions(lang)}
          button={view.t('office.sessions.end', { browser })}
          destroys={true}
        >
          <input type="hidden" name="session" value={one.id} />
        </OfficeForm>
      )}
    </>
  );
}

function Passkeys({
  request,
  passkeys,
  problems,
}: {
  request: StaffRequest;
  passkeys: readonly PasskeyRow[];
  problems: Problems;
}) {
  const { view, lang, session, form, browser } = request;
  return (
    <>
      <p>{view.t('office.passkeys.text')}</p>
      {passkeys.length > 0 && (
        <ul className="list">
          {passkeys.map((one) => (
            <li key={one.id}>
              <a href={officeAddresses.passkey(lang, one.id)}>
                <bdi>{one.name}</bdi>
              </a>
              <div className="q s">{whenUsed(view, one)}</div>
            </li>
          ))}
        </ul>
      )}
      {partyHere(request) && !isFresh(session) && (
        <p>
          <a href={officeAddresses.prove(lang, { to: behindHome(lang, officeAddresses.account(lang)) })}>
            {view.t('office.passkeys.prove')}
          </a>
        </p>
      )}
      {isFresh(session) && (
        <PasskeyForm
          request={request}
          way="make"
          ask={officeAddresses.askNewPasskey(lang)}
          action={officeAddresses.passkeys(lang)}
          button={view.t('office.passkeys.add')}
        >
          <PasskeyName view={view} problems={problems} value={form.get('name') ?? browserName(view, browser.words)} />
        </PasskeyForm>
      )}
    </>
  );
}

/** A mailed code with the app's or a recovery code. */
function OtherFactors({ request: { view, lang, token }, factors }: { request: StaffRequest; factors: Factors }) {
  return (
    <>
      <p id="app">{view.t(factors.app ? 'office.factors.app' : 'office.factors.noApp')}</p>
      <p>
        <a href={officeAddresses.setUp(lang)}>
          {view.t(factors.app ? 'office.factors.otherApp' : 'office.setUp.title')}
        </a>
      </p>
      {factors.app && factors.passkeys > 0 && (
        <OfficeForm
          view={view}
          token={token}
          action={officeAddresses.removeApp(lang)}
          button={view.t('office.factors.removeApp')}
          destroys={true}
        />
      )}
      <p>{view.t('office.factors.codes', { count: factors.codes })}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.recoveryCodes(lang)}
        button={view.t('office.factors.newCodes')}
        outlined={true}
      />
    </>
  );
}

/** Ends one of one's own sessions, or all but this one. */
export async function endSession({ app, session, form, lang }: StaffRequest) {
  const which = form.get('session') ?? undefined;
  if (which !== undefined && !isId(which)) throw new NotFoundError('a session');
  await endSessions(app.database, session, which);
  return seeOther(officeAddresses.account(lang));
}

/** The ten before work no more; these are shown this once. */
export async function newRecoveryCodes(request: StaffRequest) {
  const { app, session, view, lang } = request;
  const codes = await makeRecoveryCodes(app.database, session.actor_id);
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.account(lang)) },
    view.t('office.codes.title'),
    <>
      <RecoveryCodes view={view} codes={codes} />
      <p>
        <a href={officeAddresses.account(lang)}>{view.t('office.codes.kept')}</a>
      </p>
    </>,
  );
}
