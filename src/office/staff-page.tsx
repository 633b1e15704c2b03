import { allAccounts, inviteAccount } from '../accounts/accounts.ts';
import { isRole } from '../accounts/roles.ts';
import { isFresh } from '../accounts/sessions.ts';
import { endonyms, isLang, langs } from '../config/langs.ts';
import { seeOther } from '../http/answer.ts';
import { chosen, type Fields, typed } from '../http/fields.ts';
import { EmailField, Select } from '../site/components/field.tsx';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { readMailbox } from '../text/mailbox.ts';
import { officeAddresses } from './addresses.ts';
import { sendInvitation } from './invite.ts';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { roleFields } from './person-page.tsx';
import { RoleFields, roleOf } from './role-fields.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';
import { whoseAccount } from './whose-account.tsx';

export const inviteFields: Fields = { email: typed('office.email', 254), ...roleFields, lang: chosen(10) };
export const staffQuery: Fields = { invited: chosen(10) };

/** Who runs this, and a way to invite others. */
export async function staffPage(request: StaffRequest) {
  return staffList(request, noProblems);
}

async function staffList(request: StaffRequest, problems: Problems) {
  const { view, lang, app, session, query } = request;
  const accounts = await allAccounts(app.database);
  const restored = accounts.find(({ restored_as_of }) => restored_as_of);
  return screen(
    request,
    view.t('office.staff'),
    <>
      {query.has('invited') && <p role="status">{view.t('office.staff.invited')}</p>}
      {restored?.restored_as_of && (
        <p className="note">{view.t('office.staff.restored.text', { at: view.moment(restored.restored_as_of) })}</p>
      )}
      <ul className="list">
        {accounts.map((account) => (
          <li key={account.actor_id}>
            <a href={officeAddresses.person(lang, account.actor_id)}>
              <bdi>{whoseAccount(app, view, account)}</bdi>
            </a>
            <div className="q s">
              {roleOf(view, account)}
              {!account.can_sign_in && ` (${view.t('office.staff.waiting')})`}
              {account.restored_as_of && ` (${view.t('office.staff.restored')})`}
            </div>
          </li>
        ))}
      </ul>
      <h2>{view.t('office.staff.invite')}</h2>
      {isFresh(session) ? (
        <InviteForm request={request} problems={problems} />
      ) : (
        <p>
          <a href={officeAddresses.prove(lang, { to: behindHome(lang, officeAddresses.staff(lang)) })}>
            {view.t('office.staff.prove')}
          </a>
        </p>
      )}
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

function InviteForm({ request, problems }: { request: StaffRequest; problems: Problems }) {
  const { view, lang, token, form } = request;
  return (
    <>
      <p>{view.t('office.staff.invite.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.staff(lang)}
        button={view.t('office.staff.invite.button')}
        problems={problems}
      >
        <EmailField
          name="email"
          label={view.t('office.email')}
          error={problems.get('email')}
          defaultValue={form.get('email') ?? ''}
        />
        <RoleFields
          view={view}
          role={form.get('role') ?? 'reader'}
          languages={form.getAll('languages')}
          error={problems.get('role')}
        />
        <Select name="lang" label={view.t('office.staff.lang')} defaultValue={form.get('lang') ?? lang}>
          {langs.map((one) => (
            <option key={one} value={one} lang={one}>
              {endonyms[one]}
            </option>
          ))}
        </Select>
      </OfficeForm>
    </>
  );
}

/** The same operation as `npm run account -- invite`. */
export async function invite(request: StaffRequest) {
  const { app, session, form, lang, view } = request;
  const typed = { email: form.get('email') ?? '', role: form.get('role') ?? '', lang: form.get('lang') ?? '' };
  const languages = form.getAll('languages');
  const wrong = (words: string, field = 'email') => staffList(request, new Map([[field, words]]));
  if (!readMailbox(typed.email) || !isRole(typed.role) || !isLang(typed.lang))
    return wrong(view.t('office.email.wrong'));
  if ((typed.role === 'translator') !== languages.length > 0)
    return wrong(view.t('office.staff.wrong.languages'), 'role');
  const how = { database: app.database, keys: app.keys, by: session.actor_id };
  const invited = await inviteAccount(how, { ...typed, languages }, sendInvitation);
  if (invited === 'can-sign-in') return wrong(view.t('office.staff.wrong.known'));
  return seeOther(officeAddresses.staff(lang, { invited: '1' }));
}
