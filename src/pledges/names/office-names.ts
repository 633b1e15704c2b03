import { listRoutes } from '../../office/list/list-routes.ts';
import { severalAddresses } from '../../office/list/several-address.ts';
import { type OfficeRoute, officePage } from '../../office/office-route.ts';
import { nameAddresses } from '../addresses.ts';
import { decidedNames } from './decided-list.tsx';
import { nameScreen } from './name-screen.tsx';
import { offeredList } from './offered-list.tsx';

/** Where staff looks at names before readers see them. */
export const nameRoutes: readonly OfficeRoute[] = [
  ...listRoutes(offeredList),
  ...listRoutes(decidedNames),
  officePage(nameAddresses.name, 'names.decide', nameScreen),
];

export const officeAddressesOfNames = {
  ...nameAddresses,
  ...severalAddresses(offeredList),
  ...severalAddresses(decidedNames),
};
