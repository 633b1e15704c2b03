import { campaignAddresses } from '../campaigns/addresses.ts';
import { moreToDo } from '../campaigns/more-to-do.ts';
import type { App } from '../http/app.ts';
import { isolatedIn } from '../locales/isolated.ts';
import { words } from '../locales/words.ts';
import type { Mail, Person } from '../mail/mail.ts';
import { representativeAddresses } from '../representatives/addresses.ts';
import { nobody, sealLink } from '../sealing/mailed-link.ts';
import type { LetterText } from './letter-text.ts';
import { senderName } from './sender-name.ts';

/** Who wrote, as the addressee is told. */
export interface Writer extends Person {
  readonly country: string;
  readonly locality?: string | undefined;
}

interface Sent {
  readonly text: LetterText;
  readonly writer: Writer;
  readonly campaign: { readonly name: string; readonly slug: string; readonly through: string | undefined };
  readonly to: string;
  readonly channelId: string;
}

type Sender = Pick<App, 'settings' | 'keys'>;

/** A letter as a mail: from a person, through the campaign, answered to the person. */
export function letterMail(app: Sender, sent: Sent, at: Date): Mail {
  const { text, writer, campaign } = sent;
  const from = words(text.lang).t('letters.mail.from', { name: senderName(writer.name), campaign: campaign.name });
  return {
    from: { name: from, address: `letters@${app.settings.MAIL_DOMAIN}` },
    replyTo: { name: writer.name, address: writer.address },
    to: sent.to,
    subject: text.subject,
    text: `${text.body}\n\n${footer(app, sent)}`,
    lang: text.lang,
    at,
    automatic: false,
  };
}

/** Ends every letter: who sent it, in which campaign, through whom, and where the addressee can set things right. */
function footer({ settings, keys }: Sender, sent: Sent): string {
  const token = sealLink(keys, 'addressee', nobody, sent.channelId);
  const link = `${settings.PUBLIC_URL}${representativeAddresses.addressee(sent.text.lang, token)}`;
  return endOfLetter(sent, settings.PUBLIC_URL, link);
}

/**
 * The same, also before it is sent.
 * @param link where its addressee can set things right
 */
export function endOfLetter(
  { text, writer, campaign }: Pick<Sent, 'text' | 'writer' | 'campaign'>,
  publicUrl: string,
  link: string,
): string {
  const { t } = words(text.lang);
  const apart = (name: string) => isolatedIn(text.lang, name);
  const place = [writer.locality, writer.country].filter(Boolean).join(t('site.comma'));
  return [
    '-- ',
    t('letters.mail.who', { name: apart(writer.name), address: writer.address, place: apart(place) }),
    t('letters.mail.through', {
      campaign: apart(campaign.name),
      operator: apart(campaign.through ?? t('site.name')),
      address: `${publicUrl}${campaignAddresses.campaign(text.lang, campaign.slug)}`,
    }),
    t('letters.mail.addressee'),
    link,
    ...(campaign.through === undefined ? [t('letters.mail.example')] : []),
  ].join('\n');
}

/** The writer's own copy; a mail of its own, which says that it is one. */
export function copyMail(app: Sender, sent: Sent, at: Date): Mail {
  const letter = letterMail(app, sent, at);
  const { t } = words(sent.text.lang);
  return {
    ...letter,
    from: { name: sent.campaign.name, address: letter.from.address },
    to: { name: sent.writer.name, address: sent.writer.address },
    subject: t('letters.mail.copySubject', { subject: sent.text.subject }),
    text: [t('letters.mail.copy'), sent.text.body, moreToDo(app, sent.text.lang)].join('\n\n'),
    automatic: true,
  };
}
