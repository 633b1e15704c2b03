import { encode } from 'uqr';
import { newTotpSecret, totpUri } from '../accounts/authenticator.ts';
import { type SetUp, setUpFirstFactor } from '../accounts/set-up.ts';
import { chosen, type Fields, secret, typed } from '../http/fields.ts';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import { browserName } from './browser-words.ts';
import type { StaffRequest } from './office-route.ts';
import { CodeField, OfficeForm, RecoveryCodes } from './parts.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { PasskeyName } from './passkey-page.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';

export const setUpFields: Fields = { secret: secret(chosen(40)), code: secret(typed('office.setUp.code', 40)) };

/** Setting up what somebody signs in with: after a link a passkey, or else an app; later an app, in the place of the one before. */
export async function setUpPage(request: StaffRequest) {
  return setUpPageWith(request, noProblems);
}

/** The same with what is wrong. @param secret that of the app, where it was shown already */
export function setUpPageWith(request: StaffRequest, problems: Problems, secret = newTotpSecret()) {
  const { view, lang, session } = request;
  const first = session.stage === 'setting-up';
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.setUp(lang)) },
    view.t(first ? 'office.setUp.ways' : 'office.setUp.title'),
    <>
      <ErrorSummary view={view} problems={problems} />
      {first && <FirstPasskey request={request} problems={problems} />}
      <App request={request} problems={problems} secret={secret} />
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

/** What is offered first, where the browser knows passkeys. */
function FirstPasskey({ request, problems }: { request: StaffRequest; problems: Problems }) {
  const { view, lang, form, browser } = request;
  return (
    <PasskeyForm
      request={request}
      way="make"
      ask={officeAddresses.askNewPasskey(lang)}
      action={officeAddresses.passkeys(lang)}
      button={view.t('office.passkeys.add')}
      after={<h2>{view.t('office.setUp.app')}</h2>}
    >
      <p className="lead">{view.t('office.passkeys.text')}</p>
      <PasskeyName view={view} problems={problems} value={form.get('name') ?? browserName(view, browser.words)} />
    </PasskeyForm>
  );
}

function App({ request, problems, secret }: { request: StaffRequest; problems: Problems; secret: string }) {
  const { view, lang, token, session, app } = request;
  const uri = totpUri(secret, app.settings.operator?.name ?? view.t('site.name'), session.name);
  return (
    <>
      <p className="lead">{view.t('office.setUp.lead')}</p>
      <p>
        <QrCode text={uri} label={view.t('office.setUp.picture')} />
      </p>
      <p>{view.t('office.setUp.byHand')}</p>
      <p>
        <bdi className="key" dir="ltr">
          <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </bdi>
      </p>
      <p>
        <a href={uri}>{view.t('office.setUp.open')}</a>
      </p>
      <OfficeForm view={view} token={token} action={officeAddresses.setUp(lang)} button={view.t('office.setUp.button')}>
        <input type="hidden" name="secret" value={secret} />
        <CodeField name="code" label={view.t('office.setUp.code')} error={problems.get('code')} />
      </OfficeForm>
    </>
  );
}

/** For the camera of a phone: dark on light also where the page is dark (ISO/IEC 18004). */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="220"
      height="220"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}

export async function setUp(request: StaffRequest) {
  const { app, form, view, session, browser } = request;
  const typed = { secret: form.get('secret') ?? '', typed: form.get('code') ?? '' };
  const done = await setUpFirstFactor(app, session, browser, typed);
  if (done === undefined) {
    const problems = new Map([['code', view.t('office.setUp.wrong')]]);
    return setUpPageWith(request, problems, typed.secret || undefined);
  }
  return newlySetUp(request, done);
}

/** From here on somebody who opened a link is signed in; ten codes are shown this once. */
export function newlySetUp(request: StaffRequest, done: SetUp) {
  const { view, lang, keep } = request;
  keep('office', done.begun.token);
  return screen(
    { ...request, path: '', session: undefined },
    view.t('office.codes.title'),
    <>
      <RecoveryCodes view={view} codes={done.codes} />
      <p className="row">
        <a className="go" href={officeAddresses.home(lang)}>
          {view.t('office.codes.kept')}
        </a>
      </p>
    </>,
  );
}
