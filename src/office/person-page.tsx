import {
  type AccountRow,
  accountOfActor,
  askInAgain,
  changeRole,
  endSessionsOf,
  removeAccount,
  WrongAccountError,
} from '../accounts/accounts.ts';
import { isNameToCome } from '../accounts/called.ts';
import { askRecovery, type ChangeRow, changesOf } from '../accounts/changes.ts';
import { factorsOf } from '../accounts/factors.ts';
import { passkeysOf } from '../accounts/passkeys.ts';
import { isFresh, sessionsOf } from '../accounts/sessions.ts';
import type { ActorId } from '../actors/actors.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields } from '../http/fields.ts';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import { sendInvitation, tellChange } from './invite.ts';
import { itemHistory } from './item-history.tsx';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { RoleFields, roleOf } from './role-fields.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';
import { WhatTheyHave } from './what-they-have.tsx';
import { AccountAddress, whoseAccount } from './whose-account.tsx';

export const roleFields: Fields = { role: chosen(30), languages: chosen(10, 4) };

/** Somebody who runs this, as those see them who change accounts. */
export async function personPage(request: StaffRequest) {
  return personPageWith(request, noProblems);
}

async function personPageWith(request: StaffRequest, problems: Problems) {
  const { app, view, lang, params, session } = request;
  const id = params.id ?? '';
  const account = isId(id) ? await accountOfActor(app.database, id as ActorId) : undefined;
  if (!account) throw new NotFoundError('an account');
  const sessions = await sessionsOf(app.database, account.actor_id);
  const factors = await factorsOf(app.database, account.actor_id);
  const passkeys = await passkeysOf(app.database, account.actor_id);
  const recovery = (await changesOf(app.database, account.actor_id)).find(({ kind }) => kind === 'recovery');
  const history = await itemHistory(request, ['account', id]);
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.person(lang, id)) },
    whoseAccount(app, view, account),
    <>
      <ErrorSummary view={view} problems={problems} />
      <p className="lead">{view.t('office.person.roleIs', { role: roleOf(view, account) })}</p>
      {!isNameToCome(account.name) && (
        <p>
          <AccountAddress app={app} view={view} account={account} />
        </p>
      )}
      <p>
        {view.t('office.person.since', { day: view.dayOf(account.added_at) })}{' '}
        {view.t('office.person.sessions', { count: sessions.length })}
      </p>
      <h2>{view.t('office.person.factors')}</h2>
      {account.restored_as_of && (
        <p className="note">{view.t('office.person.restored', { at: view.moment(account.restored_as_of) })}</p>
      )}
      <WhatTheyHave view={view} factors={factors} passkeys={passkeys} />
      {account.actor_id === session.actor_id ? (
        <Own request={request} />
      ) : (
        <Others request={request} account={account} problems={problems} recovery={recovery} />
      )}
      {history}
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

function Own({ request: { view, lang } }: { request: StaffRequest }) {
  return (
    <p>
      {view.t('office.staff.wrong.own')} <a href={officeAddresses.account(lang)}>{view.t('office.account')}</a>
    </p>
  );
}

interface OthersProps {
  readonly request: StaffRequest;
  readonly account: AccountRow;
  readonly problems: Problems;
  readonly recovery: ChangeRow | undefined;
}

/** What an administrator may change of somebody else, once they have shown that it is them. */
function Others({ request, account, problems, recovery }: OthersProps) {
  const { view, lang, token, session, form } = request;
  const { actor_id: id } = account;
  if (!isFresh(session))
    return (
      <p>
        <a href={officeAddresses.prove(lang, { to: behindHome(lang, officeAddresses.person(lang, id)) })}>
          {view.t('office.person.prove')}
        </a>
      </p>
    );
  const ending = (words: 'end' | 'recover' | 'remove', action: string) => (
    <OfficeForm view={view} token={token} action={action} button={view.t(`office.person.${words}`)} destroys={true} />
  );
  return (
    <>
      <h2>{view.t('office.person.role')}</h2>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.role(lang, id)}
        button={view.t('office.person.role')}
      >
        <RoleFields
          view={view}
          role={form.get('role') ?? account.role}
          languages={form.has('role') ? form.getAll('languages') : account.languages}
          error={problems.get('role')}
        />
      </OfficeForm>
      {account.can_sign_in ? (
        <>
          <h2 id="end">{view.t('office.person.end')}</h2>
          <p>{view.t('office.person.end.text')}</p>
          {ending('end', officeAddresses.endTheirSessions(lang, id))}
          <h2 id="recover">{view.t('office.person.recover')}</h2>
          {recovery ? (
            <p>{view.t('office.person.recovering', { at: view.moment(recovery.due_at) })}</p>
          ) : (
            <>
              <p>{view.t('office.person.recover.text', { hours: request.app.settings.RECOVERY_HOURS })}</p>
              {ending('recover', officeAddresses.recover(lang, id))}
            </>
          )}
        </>
      ) : (
        <>
          <h2 id="invite">{view.t('office.person.inviteAgain')}</h2>
          <p>{view.t('office.person.inviteAgain.text')}</p>
          <OfficeForm
            view={view}
            token={token}
            action={officeAddresses.inviteAgain(lang, id)}
            button={view.t('office.person.inviteAgain')}
            outlined={true}
          />
        </>
      )}
      <h2 id="remove">{view.t('office.person.remove')}</h2>
      <p>{view.t('office.person.remove.text')}</p>
      {ending('remove', officeAddresses.removePerson(lang, id))}
    </>
  );
}

type Change = (how: Parameters<typeof removeAccount>[0], whose: string) => Promise<void>;

/**
 * The same operations as at the command line.
 * @param part of the page, to which what is refused leads @param to what is shown once it is done
 */
function changing(
  change: Change,
  part: 'role' | 'end' | 'recover' | 'remove' | 'invite',
  to: 'person' | 'staff' | 'invited' = 'person',
) {
  return async (request: StaffRequest) => {
    const { app, session, params, lang, view } = request;
    const id = params.id ?? '';
    if (!isId(id)) throw new NotFoundError('an account');
    try {
      await change({ database: app.database, keys: app.keys, by: session.actor_id }, id);
    } catch (error) {
      if (!(error instanceof WrongAccountError)) throw error;
      return personPageWith(request, new Map([[part, view.t(`office.staff.wrong.${error.why}`)]]));
    }
    if (to === 'person') return seeOther(officeAddresses.person(lang, id));
    return seeOther(officeAddresses.staff(lang, to === 'invited' ? { invited: '1' } : {}));
  };
}

/** Another role, or other languages of a translator. */
export const giveRole = (request: StaffRequest) =>
  changing(
    (how, whose) => changeRole(how, whose, request.form.get('role') ?? '', request.form.getAll('languages')),
    'role',
  )(request);

/** Another link in the place of the one that was not used. */
export const inviteAgain = changing((how, whose) => askInAgain(how, whose, sendInvitation), 'invite', 'invited');

export const endTheirSessions = changing(endSessionsOf, 'end');

export const recoverPerson = (request: StaffRequest) =>
  changing(
    (how, whose) => askRecovery(how, whose, request.app.settings.RECOVERY_HOURS, tellChange),
    'recover',
  )(request);

export const removePerson = changing(removeAccount, 'remove', 'staff');
