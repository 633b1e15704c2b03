import { confirmAddress, newAddressOf, openConfirmLink } from '../accounts/changes.ts';
import { seeOther } from '../http/answer.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { screen } from './screen.tsx';
import { behindHome } from './way-back.ts';

/** What the link says that was mailed to another address of one's own; looking at it confirms nothing. */
export async function confirmAddressPage(request: StaffRequest) {
  const { app, view, lang, params, token, session } = request;
  const change = await openConfirmLink(app.database, session, params.token ?? '');
  if (!change) return nothingToConfirm(request);
  return screen(
    request,
    view.t('office.confirmAddress.title'),
    <>
      <p className="lead">
        <NetAddress>{newAddressOf(app, change)}</NetAddress>
      </p>
      <p>{view.t('office.confirmAddress.text', { at: view.moment(change.due_at) })}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.confirmAddress(lang, params.token ?? '')}
        button={view.t('office.confirmAddress.button')}
      />
    </>,
  );
}

export async function confirmOwnAddress(request: StaffRequest) {
  const { app, lang, params, session } = request;
  const confirmed = await confirmAddress(app.database, session, params.token ?? '');
  return confirmed ? seeOther(officeAddresses.account(lang)) : nothingToConfirm(request);
}

function nothingToConfirm(request: StaffRequest) {
  const { view, lang } = request;
  return screen(
    { ...request, path: behindHome(lang, officeAddresses.account(lang)) },
    view.t('office.begin.ended.title'),
    <>
      <p className="lead">{view.t('office.confirmAddress.ended')}</p>
      <p>
        <a href={officeAddresses.account(lang)}>{view.t('office.account')}</a>
      </p>
    </>,
    { status: 410 },
  );
}
