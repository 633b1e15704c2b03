import { linkForm } from '../http/fields.ts';
import { getForOne, post } from '../http/route.ts';
import { notCrowding } from '../mail/mail-gateway.ts';
import type { Room } from '../room.ts';
import type { Tasks } from '../work/enqueue.ts';
import { lastingLinks } from './addressee-links.ts';
import { askOffice, officePage, officeProofPage, officeRequestForm, proveOffice } from './addressee-page.tsx';
import { mailOfficeLink } from './addressee-requests.ts';
import { representativeAddresses } from './addresses.ts';
import { mailRenewedOfficeLink } from './mail-renewed-addressee-link.ts';
import { rowRules } from './row-rules.ts';

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
  rowRules,
  lastingLinks,
  tasks: ({ app, post: room }) => ({
    'mail-office-link': (payload) => mailOfficeLink(app, notCrowding(room), payload as Tasks['mail-office-link']),
    'mail-renewed-office-link': (payload) =>
      mailRenewedOfficeLink(app, notCrowding(room), payload as Tasks['mail-renewed-office-link']),
  }),
};
