import { askForCode } from '../accounts/mailed-codes.ts';
import { signOut as endSession } from '../accounts/sessions.ts';
import { signInByCodes } from '../accounts/sign-in.ts';
import { type PageAnswer, seeOther } from '../http/answer.ts';
import { chosen, type Fields, secret, typed } from '../http/fields.ts';
import { EmailField } from '../site/components/field.tsx';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { enqueue } from '../work/enqueue.ts';
import { officeAddresses } from './addresses.ts';
import type { OfficeRequest, StaffRequest } from './office-route.ts';
import { CodeField, OfficeForm } from './parts.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { screen } from './screen.tsx';
import { behindHome, wayBack } from './way-back.ts';

/** The way back to what somebody wanted before they signed in. */
export const toField: Fields = { to: chosen(300) };
export const signInFields: Fields = { ...toField, email: typed('office.email', 254) };
export const codeFields: Fields = {
  ...toField,
  code: secret(typed('office.code.mailed', 40)),
  second: secret(typed('office.code.second', 40)),
};

export async function signInPage(request: OfficeRequest) {
  if (request.session?.stage === 'signed-in') return seeOther(wayBack(request));
  return signInPageWith(request, noProblems);
}

/** Signing in by a passkey or a mailed code, with what is wrong. */
export function signInPageWith(request: OfficeRequest, problems: Problems): PageAnswer {
  const { view, lang, token, query, form } = request;
  const to = form.get('to') ?? query.get('to') ?? '';
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.signIn(lang, to ? { to } : {})) },
    view.t('office.signIn.title'),
    <>
      <ErrorSummary view={view} problems={problems} />
      <PasskeyForm
        request={request}
        way="sign"
        ask={officeAddresses.askPasskey(lang)}
        action={officeAddresses.passkeySignIn(lang)}
        button={view.t('office.passkey.signIn')}
        after={<h2>{view.t('office.signIn.byCode')}</h2>}
      >
        <input type="hidden" name="to" value={to} />
      </PasskeyForm>
      <p className="lead">{view.t('office.signIn.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.signIn(lang)}
        button={view.t('office.signIn.button')}
      >
        <input type="hidden" name="to" value={to} />
        <EmailField
          name="email"
          label={view.t('office.email')}
          error={problems.get('email')}
          defaultValue={form.get('email') ?? ''}
        />
      </OfficeForm>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

/** The same answer for every address, in words and in time: whether a code is mailed is a job's to find out. */
export async function askCode(request: OfficeRequest) {
  const { app, lang, form, browser, view } = request;
  const id = await app.database.transaction().execute(async (trx) => {
    const codeId = await askForCode(trx, app, browser.token, form.get('email') ?? '');
    if (codeId) await enqueue(trx, 'mail-sign-in-code', { id: codeId, lang });
    return codeId;
  });
  if (!id) return signInPageWith(request, new Map([['email', view.t('office.email.wrong')]]));
  return seeOther(officeAddresses.code(lang, { to: form.get('to') ?? '' }));
}

export async function codePage(request: OfficeRequest) {
  if (request.session?.stage === 'signed-in') return seeOther(wayBack(request));
  return codesPage(request);
}

function codesPage(request: OfficeRequest, wrong?: string): PageAnswer {
  const { view, lang, token, query, form } = request;
  const problems: Problems = wrong ? new Map([['code', wrong]]) : noProblems;
  return screen(
    request,
    view.t('office.code.title'),
    <>
      <p className="lead">{view.t('office.code.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.code(lang)}
        button={view.t('office.code.button')}
        problems={problems}
      >
        <input type="hidden" name="to" value={form.get('to') ?? query.get('to') ?? ''} />
        <CodeField
          name="code"
          label={view.t('office.code.mailed')}
          hint={view.t('office.code.mailed.hint')}
          error={wrong}
        />
        <CodeField
          name="second"
          label={view.t('office.code.second')}
          hint={view.t('office.code.second.hint')}
          letters={true}
        />
      </OfficeForm>
      <p>
        <a href={officeAddresses.signIn(lang)}>{view.t('office.code.again')}</a>
      </p>
    </>,
    { status: wrong ? 422 : 200 },
  );
}

/** Both factors at once: which of them is wrong is not said. */
export async function signIn(request: OfficeRequest) {
  const { app, form, browser, view, keep } = request;
  const typed = { code: form.get('code') ?? '', second: form.get('second') ?? '' };
  const signedIn = await signInByCodes(app, browser, typed);
  if (signedIn === 'no' || signedIn === 'slow') return codesPage(request, view.t(`office.code.${signedIn}`));
  keep('office', signedIn.token);
  if (signedIn.newBrowser)
    await enqueue(app.database, 'mail-new-browser', { actor: signedIn.actor, browser: browser.words });
  return seeOther(wayBack(request));
}

export async function signOut({ app, session, keep, lang }: StaffRequest) {
  await endSession(app.database, session);
  keep('office', undefined);
  return seeOther(officeAddresses.signIn(lang));
}
