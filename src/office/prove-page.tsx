import { proveSecondFactor } from '../accounts/factors.ts';
import { setProved } from '../accounts/sessions.ts';
import { seeOther } from '../http/answer.ts';
import { chosen, type Fields, secret, typed } from '../http/fields.ts';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { CodeField, OfficeForm } from './parts.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { screen } from './screen.tsx';
import { behindHome, wayBack } from './way-back.ts';

export const proveFields: Fields = { to: chosen(300), second: secret(typed('office.code.second', 40)) };

/** Asks for a factor afresh, before something that harms where somebody else sits at the screen. */
export async function provePage(request: StaffRequest) {
  return provingPage(request);
}

/** With what is wrong. */
export function provingPage(request: StaffRequest, wrong?: string) {
  const { view, lang, token, query, form } = request;
  const problems: Problems = wrong ? new Map([['second', wrong]]) : noProblems;
  const to = form.get('to') ?? query.get('to') ?? '';
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.prove(lang, to ? { to } : {})) },
    view.t('office.prove.title'),
    <>
      <p className="lead">{view.t('office.prove.lead')}</p>
      <ErrorSummary view={view} problems={problems} />
      <PasskeyForm
        request={request}
        way="sign"
        ask={officeAddresses.askProof(lang)}
        action={officeAddresses.passkeyProof(lang)}
        button={view.t('office.passkey.prove')}
        after={<h2>{view.t('office.prove.byCode')}</h2>}
      >
        <input type="hidden" name="to" value={to} />
      </PasskeyForm>
      <OfficeForm view={view} token={token} action={officeAddresses.prove(lang)} button={view.t('office.prove.button')}>
        <input type="hidden" name="to" value={to} />
        <CodeField
          name="second"
          label={view.t('office.code.second')}
          hint={view.t('office.code.second.hint')}
          error={wrong}
          letters={true}
        />
      </OfficeForm>
    </>,
    { status: wrong ? 422 : 200 },
  );
}

export async function prove(request: StaffRequest) {
  const { app, session, form, view } = request;
  const fits = await app.database.transaction().execute(async (trx) => {
    const result = await proveSecondFactor(trx, app, session.actor_id, form.get('second') ?? '');
    if (result === 'yes') await setProved(trx, session.id);
    return result;
  });
  return fits === 'yes' ? seeOther(wayBack(request)) : provingPage(request, view.t(`office.prove.${fits}`));
}
