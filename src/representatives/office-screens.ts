import { newOne } from '../office/copies/new-one.ts';
import { listRoutes } from '../office/list/list-routes.ts';
import { severalAddresses } from '../office/list/several-address.ts';
import { type OfficeRoute, officeForm, officePage } from '../office/office-route.ts';
import { addresseeScreen } from './addressee-screen.tsx';
import { reachAddresses } from './addresses.ts';
import { addFields, addOne, addPage, addresseeVersion, changeOne, editFields, editPage } from './edit-addressee.tsx';
import { addresseeList } from './office-addressees.tsx';
import { importFields, importOnes, importPage, MOST_BYTES } from './office-import.tsx';
import { pauseList } from './office-pauses.tsx';
import { requestList } from './office-requests.tsx';
import { pausePage } from './pause-page.tsx';
import { requestPage, settleRequest } from './request-page.tsx';

/** Where staff looks after who can be written to. */
export const officeScreens: readonly OfficeRoute[] = [
  ...listRoutes(addresseeList),
  officePage(reachAddresses.oneAddressee, 'signed-in', addresseeScreen),
  officePage(reachAddresses.addAddressee, 'representatives.change', addPage),
  officeForm(reachAddresses.addAddressee, 'representatives.change', addFields, addOne, { copied: newOne }),
  officePage(
    reachAddresses.importAddressees,
    'representatives.import',
    importPage,
    {},
    {
      fresh: reachAddresses.importAddressees,
    },
  ),
  officeForm(reachAddresses.importAddressees, 'representatives.import', importFields, importOnes, {
    bytes: MOST_BYTES,
  }),
  officePage(reachAddresses.editAddressee, 'representatives.change', editPage),
  officeForm(reachAddresses.editAddressee, 'representatives.change', editFields, changeOne, {
    copied: { version: addresseeVersion },
  }),
  ...listRoutes(requestList),
  officePage(reachAddresses.request, 'requests.settle', requestPage),
  officeForm(reachAddresses.settleRequest, 'requests.settle', {}, settleRequest),
  ...listRoutes(pauseList),
  officePage(reachAddresses.pause, 'representatives.resume', pausePage),
];

export const staffAddresses = { ...reachAddresses, ...severalAddresses(requestList), ...severalAddresses(pauseList) };
