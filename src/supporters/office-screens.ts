import { listRoutes } from '../office/list/list-routes.ts';
import { type OfficeRoute, officeForm, officePage } from '../office/office-route.ts';
import { peopleAddresses } from './addresses.ts';
import { confirmFields, confirmOne, erasurePage, refuseOne } from './erasure-page.tsx';
import { erasureList } from './office-erasures.tsx';
import { peopleFields, peoplePage, peopleQuery, sendLink } from './people-page.tsx';
import { requestFields, requestOne, requestPage } from './request-erasure.tsx';

/** Where staff answers whoever writes or calls about their data. */
export const officeScreens: readonly OfficeRoute[] = [
  officePage(peopleAddresses.people, 'supporters.send-link', peoplePage, peopleQuery, {
    navigation: { label: 'supporters.people', group: 'people', order: 30 },
  }),
  officeForm(peopleAddresses.people, 'supporters.send-link', peopleFields, sendLink),
  ...listRoutes(erasureList),
  officePage(peopleAddresses.request, 'supporters.erase', requestPage, {}, { fresh: peopleAddresses.request }),
  officeForm(peopleAddresses.request, 'supporters.erase', requestFields, requestOne),
  officePage(peopleAddresses.erasure, 'supporters.erase', erasurePage, {}, { fresh: peopleAddresses.erasure }),
  officeForm(peopleAddresses.confirm, 'supporters.erase', confirmFields, confirmOne),
  officeForm(peopleAddresses.refuse, 'supporters.erase', {}, refuseOne),
];
