import type { Lang } from '../config/langs.ts';
import { movedTo } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { linkForm } from '../http/fields.ts';
import { getForOne, post, type Route } from '../http/route.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { addresseeRequestForm, askAddressee, proveAddressee } from './addressee-page.tsx';
import { mailAddresseeLink } from './addressee-requests.ts';
import { representativeAddresses } from './addresses.ts';
import { mailRenewedAddresseeLink } from './mail-renewed-addressee-link.ts';

const leadOn = (to: (lang: Lang, token: string) => string) =>
  needsNoGate('it leads on', async ({ lang, params }) => movedTo(to(lang, params.token ?? '')));

/** What mails from before version 0.3 lead to. A page that was open during the upgrade may still be sent to where it came from. */
export const formerRoutes: readonly Route[] = [
  getForOne(representativeAddresses.formerAddressee, leadOn(representativeAddresses.addressee)),
  post(representativeAddresses.formerAddressee, addresseeRequestForm, askAddressee),
  getForOne(representativeAddresses.formerAddresseeProof, leadOn(representativeAddresses.addresseeProof)),
  post(representativeAddresses.formerAddresseeProof, linkForm(), proveAddressee),
];

/** Jobs that were queued under the names of before version 0.3. */
export function formerTasks(app: App, gateway: MailGateway) {
  return {
    'mail-office-link': (payload: unknown) =>
      mailAddresseeLink(app, gateway, payload as Parameters<typeof mailAddresseeLink>[2]),
    'mail-renewed-office-link': (payload: unknown) =>
      mailRenewedAddresseeLink(app, gateway, payload as Parameters<typeof mailRenewedAddresseeLink>[2]),
  };
}
