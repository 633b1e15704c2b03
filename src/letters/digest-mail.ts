import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { list } from '../locales/format.ts';
import { isolatedIn } from '../locales/isolated.ts';
import { words } from '../locales/words.ts';
import type { Mail } from '../mail/mail.ts';
import { representativeAddresses } from '../representatives/addresses.ts';
import { nobody, sealLink } from '../sealing/mailed-link.ts';
import type { ReadyLetter } from './ready-to-send.ts';

type Sender = Pick<App, 'settings' | 'keys'>;

/** The mail of the day to one mailbox: campaign by campaign, each named before its letters, and each letter with its addressee. */
export function digestMail(
  app: Sender,
  letters: readonly [ReadyLetter, ...ReadyLetter[]],
  names: ReadonlyMap<string, string>,
  at: Date,
): Mail {
  const [first] = letters;
  const { lang } = first.text;
  const { t } = words(lang);
  const byCampaign = [...Map.groupBy(letters, ({ campaign }) => campaign.id).values()];
  const campaigns = byCampaign.flatMap(([one]) => one?.campaign.name ?? []);
  const key = sealLink(app.keys, 'addressee', nobody, first.channelId);
  const office = `${app.settings.PUBLIC_URL}${representativeAddresses.addressee(lang, key)}`;
  const parts = byCampaign.flatMap((group) => [
    campaignLine(app, lang, group),
    ...group.map((letter) => letterPart(lang, letter, names)),
  ]);
  return {
    from: {
      name: campaigns.length === 1 ? first.campaign.name : (app.settings.operator?.name ?? t('site.name')),
      address: `letters@${app.settings.MAIL_DOMAIN}`,
    },
    to: first.to,
    subject: t(campaigns.length === 1 ? 'letters.digest.subject' : 'letters.digest.subjectOfSeveral', {
      count: letters.length,
      campaign: list(lang, campaigns),
    }),
    text: [
      t('letters.digest.intro'),
      ...(first.campaign.through === undefined ? [t('letters.mail.example')] : []),
      ...parts,
      `${t('letters.mail.addressee')}\n${office}`,
    ].join('\n\n----------\n\n'),
    lang,
    at,
    automatic: true,
  };
}

function campaignLine({ settings }: Sender, lang: Lang, group: readonly ReadyLetter[]): string {
  const { t } = words(lang);
  return t('letters.digest.campaign', {
    count: group.length,
    campaign: group[0]?.campaign.name ?? '',
    address: `${settings.PUBLIC_URL}${campaignAddresses.campaign(lang, group[0]?.campaign.slug ?? '')}`,
    operator: group[0]?.campaign.through ?? t('site.name'),
  });
}

function letterPart(lang: Lang, letter: ReadyLetter, names: ReadonlyMap<string, string>): string {
  const { text, writer, representativeId } = letter;
  const to = words(lang).t('letters.write.to', { names: names.get(representativeId) ?? '' });
  const [name, country] = [writer.name, writer.country].map((one) => isolatedIn(lang, one));
  return `${to}\n${name}, ${country} <${writer.address}>\n\n${quoted(`${text.subject}\n\n${text.body}`)}`;
}

/** A writer's words stand behind marks, so that none of them can pass for another letter's head. */
function quoted(text: string): string {
  return text.replace(/^/gm, '> ');
}
