import type { Tasks } from '../delivery/enqueue.ts';
import { notCrowding } from '../delivery/post-room.ts';
import type { Room } from '../room.ts';
import { linkForm } from '../site/fields.ts';
import { getForOne, post } from '../site/route.ts';
import { representativeAddresses } from './addresses.ts';
import { mailRenewedOfficeLink } from './mail-renewed-office-link.ts';
import { askOffice, officePage, officeProofPage, officeRequestForm, proveOffice } from './office-page.tsx';
import { mailOfficeLink } from './office-requests.ts';

export const representatives: Room = {
  name: 'representatives',
  speaks: true,
  owns: ['channels', 'mandates', 'office_requests', 'representatives'],
  addresses: representativeAddresses,
  routes: [
    getForOne(representativeAddresses.officeRequest, officePage),
    post(representativeAddresses.officeRequest, officeRequestForm, askOffice),
    getForOne(representativeAddresses.officeProof, officeProofPage),
    post(representativeAddresses.officeProof, linkForm(), proveOffice),
  ],
  tasks: ({ app, post: room }) => ({
    'mail-office-link': (payload) => mailOfficeLink(app, notCrowding(room), payload as Tasks['mail-office-link']),
    'mail-renewed-office-link': (payload) =>
      mailRenewedOfficeLink(app, notCrowding(room), payload as Tasks['mail-renewed-office-link']),
  }),
};
