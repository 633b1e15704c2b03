import { openStopLink, stopByLink } from '../accounts/changes.ts';
import { officeAddresses } from './addresses.ts';
import type { OfficeRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { screen } from './screen.tsx';

/** What a mailed link stops; looking at it stops nothing, and nobody has to be signed in. */
export async function stopPage(request: OfficeRequest) {
  const { app, view, lang, params, token } = request;
  const change = await openStopLink(app.database, params.token ?? '');
  if (!change) return nothingToStop(request);
  return screen(
    request,
    view.t(`office.stop.${change.kind}.title`),
    <>
      <p className="lead">{view.t(`office.stop.${change.kind}.text`, { at: view.moment(change.due_at) })}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.stop(lang, params.token ?? '')}
        button={view.t('office.stop.button')}
        destroys={true}
      />
    </>,
  );
}

export async function stopChange(request: OfficeRequest) {
  const { app, view, lang, params } = request;
  if (!(await stopByLink(app.database, params.token ?? ''))) return nothingToStop(request);
  return screen(
    { ...request, path: '' },
    view.t('office.stopped.title'),
    <>
      <p className="lead">{view.t('office.stopped.text')}</p>
      <p>
        <a href={officeAddresses.account(lang)}>{view.t('office.account')}</a>
      </p>
    </>,
  );
}

function nothingToStop(request: OfficeRequest) {
  const { view, lang } = request;
  return screen(
    request,
    view.t('office.begin.ended.title'),
    <>
      <p className="lead">{view.t('office.stop.ended')}</p>
      <p>
        <a href={officeAddresses.account(lang)}>{view.t('office.account')}</a>
      </p>
    </>,
    { status: 410 },
  );
}
