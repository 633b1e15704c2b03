import { linkForm } from '../http/fields.ts';
import { getForOne, post } from '../http/route.ts';
import { notCrowding } from '../mail/mail-gateway.ts';
import type { Room } from '../room.ts';
import { listRecordedStates } from '../states/load-states.ts';
import type { Tasks } from '../work/enqueue.ts';
import { lastingLinks } from './addressee-links.ts';
import {
  addresseePage,
  addresseeProofPage,
  addresseeRequestForm,
  askAddressee,
  proveAddressee,
} from './addressee-page.tsx';
import { countOpenRequests, forgetRequests, mailAddresseeLink } from './addressee-requests.ts';
import { reachAddresses, representativeAddresses } from './addresses.ts';
import { reachableAround } from './around-asks.tsx';
import { formerRoutes, formerTasks } from './former-names.ts';
import { loadAddressees } from './load-addressees.ts';
import { mailRenewedAddresseeLink } from './mail-renewed-addressee-link.ts';
import { officeScreens, staffAddresses } from './office-screens.ts';
import { countPauses } from './pauses.ts';
import { retention } from './retention.ts';
import { rowRules } from './row-rules.ts';
import { triedOffices } from './tried-offices.ts';

export const representatives: Room = {
  name: 'representatives',
  speaks: true,
  auditedItems: {
    'addressee-request': 'representatives.item.addressee-request',
    mailbox: 'representatives.item.mailbox',
    representative: 'representatives.item.representative',
  },
  styles: ['styles.css'],
  owns: ['addressee_requests', 'channels', 'mailboxes', 'mandates', 'receiving_domains', 'representatives'],
  retention,
  demonstration: triedOffices,
  lends: {
    channels: ['id', 'representative_id', 'value', 'mailbox', 'ended_at'],
    mailboxes: ['address', 'domain', 'delivery', 'hourly_budget', 'last_handed_over_at', 'paused_at'],
    receiving_domains: ['domain', 'paused_at'],
    representatives: ['id', 'state'],
  },
  aroundAsks: reachableAround,
  addresses: { ...representativeAddresses, ...staffAddresses },
  content: { follow: async (trx) => loadAddressees(trx, await listRecordedStates(trx)) },
  routes: [
    getForOne(representativeAddresses.addressee, addresseePage),
    post(representativeAddresses.addressee, addresseeRequestForm, askAddressee),
    getForOne(representativeAddresses.addresseeProof, addresseeProofPage),
    post(representativeAddresses.addresseeProof, linkForm(), proveAddressee),
    ...formerRoutes,
  ],
  office: officeScreens,
  duties: ({ patient }) => [
    { name: 'forget-requests', when: '27 3 * * *', run: () => forgetRequests(patient.database, new Date()) },
  ],
  rowRules,
  waits: [
    {
      name: 'addressee-requests',
      who: 'requests.settle',
      label: 'representatives.waits.requests',
      way: { link: (lang) => reachAddresses.requests(lang) },
      read: ({ database }) => countOpenRequests(database),
    },
    {
      name: 'pauses',
      who: 'representatives.resume',
      label: 'representatives.waits.paused',
      way: { link: (lang) => reachAddresses.pauses(lang) },
      read: ({ database }) => countPauses(database),
    },
  ],
  lastingLinks,
  tasks: ({ app, post: room }) => ({
    'mail-addressee-link': (payload) =>
      mailAddresseeLink(app, notCrowding(room), payload as Tasks['mail-addressee-link']),
    'mail-renewed-addressee-link': (payload) =>
      mailRenewedAddresseeLink(app, notCrowding(room), payload as Tasks['mail-renewed-addressee-link']),
    ...formerTasks(app, notCrowding(room)),
  }),
};
