import type { AccountRow } from '../accounts/accounts.ts';
import { setDailyMail } from '../accounts/daily-mail.ts';
import { seeOther } from '../http/answer.ts';
import { chosen, type Fields } from '../http/fields.ts';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';

export const dailyMailFields: Fields = { wanted: chosen(3) };

/** Whether what waits is mailed each morning, and the press that changes it. */
export function DailyMail({ request, account }: { request: StaffRequest; account: AccountRow | undefined }) {
  const { view, lang, token } = request;
  const wanted = account?.daily_mail_at != null;
  return (
    <>
      <p>{view.t(wanted ? 'office.daily.on' : 'office.daily.off')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.dailyMail(lang)}
        button={view.t(wanted ? 'office.daily.stop' : 'office.daily.start')}
        outlined={true}
      >
        {!wanted && <input type="hidden" name="wanted" value="yes" />}
      </OfficeForm>
    </>
  );
}

/** What waits by mail each morning, or no more. */
export async function changeDailyMail({ app, session, form, lang }: StaffRequest) {
  await setDailyMail(app.database, session.actor_id, form.get('wanted') === 'yes');
  return seeOther(`${officeAddresses.account(lang)}#daily`);
}
