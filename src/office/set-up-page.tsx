import { encode } from 'uqr';
import { newTotpSecret, totpUri } from '../accounts/authenticator.ts';
import { isFresh } from '../accounts/sessions.ts';
import { setUpFirstFactor } from '../accounts/set-up.ts';
import { seeOther } from '../http/answer.ts';
import { chosen, type Fields } from '../http/fields.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { CodeField, OfficeForm, RecoveryCodes } from './parts.tsx';
import { screen } from './screen.tsx';

export const setUpFields: Fields = { secret: chosen(40), code: chosen(40) };

/** Setting an app up: after a link, or in the place of the one before. */
export async function setUpPage(request: StaffRequest) {
  return mustProve(request) ?? settingUpPage(request, newTotpSecret(), noProblems);
}

function mustProve({ session, lang }: StaffRequest) {
  if (session.stage === 'setting-up' || isFresh(session)) return undefined;
  return seeOther(officeAddresses.prove(lang, { to: '/set-up' }));
}

function settingUpPage(request: StaffRequest, secret: string, problems: Problems) {
  const { view, lang, token, session, app } = request;
  const uri = totpUri(secret, app.settings.operator?.name ?? view.t('site.name'), session.name);
  return screen(
    request,
    view.t('office.setUp.title'),
    <>
      <p className="lead">{view.t('office.setUp.lead')}</p>
      <QrCode text={uri} label={view.t('office.setUp.picture')} />
      <p>{view.t('office.setUp.byHand')}</p>
      <p>
        <bdi dir="ltr">
          <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </bdi>
      </p>
      <p>
        <a href={uri}>{view.t('office.setUp.open')}</a>
      </p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.setUp(lang)}
        button={view.t('office.setUp.button')}
        problems={problems}
      >
        <input type="hidden" name="secret" value={secret} />
        <CodeField name="code" label={view.t('office.setUp.code')} error={problems.get('code')} />
      </OfficeForm>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
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

/** From here on somebody who opened a link is signed in; ten codes are shown this once. */
export async function setUp(request: StaffRequest) {
  const { app, form, view, lang, session, browser, keep } = request;
  const prove = mustProve(request);
  if (prove) return prove;
  const typed = { secret: form.get('secret') ?? '', typed: form.get('code') ?? '' };
  const done = await setUpFirstFactor(app, session, browser, typed);
  if (done === undefined) {
    const problems = new Map([['code', view.t('office.setUp.wrong')]]);
    return settingUpPage(request, typed.secret || newTotpSecret(), problems);
  }
  keep('office', done.begun.token);
  return screen(
    { ...request, session: undefined },
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
