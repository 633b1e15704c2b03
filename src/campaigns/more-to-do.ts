import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { words } from '../locales/words.ts';
import { campaignAddresses } from './addresses.ts';

/** Ends mails to those who took part: where every other way to help stands. */
export function moreToDo({ settings }: Pick<App, 'settings'>, lang: Lang): string {
  return words(lang).t('campaigns.act.more', {
    address: `${settings.PUBLIC_URL}${campaignAddresses.takeAction(lang)}`,
  });
}
