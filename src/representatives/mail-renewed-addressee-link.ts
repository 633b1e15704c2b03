import { sendRenewed } from '../actions/mail-renewed-link.ts';
import { isLang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { nobody, sealLink } from '../sealing/mailed-link.ts';
import type { Tasks } from '../work/enqueue.ts';
import { type AddresseePurpose, addresseePurposes } from './addressee-links.ts';
import { selectChannel, selectRequest } from './addressee-queries.ts';
import { representativeAddresses } from './addresses.ts';

/** Jobs from before version 0.3 say the former name. */
type AnyPurpose = (typeof addresseePurposes)[AddresseePurpose][number];

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-renewed-addressee-link': { of: AnyPurpose; id: string; lang: string };
  }
}

/**
 * Mails an addressee the link by which it says how letters reach it, to the address that is known for it; nothing, where none is, or one
 * left within the hour.
 * @throws where the mail could not leave for now, so that the job is tried again
 */
export async function mailRenewedAddresseeLink(
  app: App,
  post: MailGateway,
  { of, id, lang: wanted }: Tasks['mail-renewed-addressee-link'],
  now = new Date(),
): Promise<void> {
  const request = isOfRequest(of) ? await selectRequest(app.database, id) : undefined;
  const channel = await selectChannel(app.database, request?.channel_id ?? id);
  if (!channel) return;
  const lang = isLang(wanted) ? wanted : 'en';
  const address = representativeAddresses.addressee(lang, sealLink(app.keys, 'addressee', nobody, channel.id, now));
  await sendRenewed(app, post, { to: channel.value, lang, address }, now);
}

function isOfRequest(of: AnyPurpose): boolean {
  return (addresseePurposes['addressee-proof'] as readonly AnyPurpose[]).includes(of);
}
