import { isLang, langs } from '../config/langs.ts';
import type { Database } from '../database/database.ts';
import { noSuch, WrongSettingError } from './campaign-settings.ts';
import { makeCampaign } from './make-campaign.ts';
import type { WrongNew } from './new-campaign.ts';

const said: Readonly<Record<WrongNew, string>> = {
  slug: 'at most 80 small letters and digits with hyphens between them',
  reserved: 'a word of an address of the office',
  taken: 'another campaign has it',
  day: 'a day from 2000-01-02 to 2199-12-31 as YYYY-MM-DD',
  past: 'a day that is still to come',
  gone: 'there is no such campaign',
  none: 'in at least one language',
  empty: 'the other campaign has none in this language',
  long: 'at most 400 characters',
  figure: 'can’t hold a figure',
  unknownFigure: 'names a figure that there is not',
};

/**
 * Makes a campaign as the office does, with what another has.
 * @param typed its name in addresses, its first day, the other, then language and name, again and again
 * @throws WrongSettingError naming what can't be; then nothing was made
 */
export async function copyCampaign(
  database: Database,
  typed: readonly string[],
  how: Parameters<typeof makeCampaign>[2],
): Promise<void> {
  const [slug = '', opensOn = '', from = '', ...pairs] = typed;
  const names = new Map(pairs.flatMap((lang, at) => (at % 2 === 0 ? [[lang, pairs[at + 1] ?? ''] as const] : [])));
  const wrong = [...names.keys()].find((lang) => !isLang(lang));
  if (wrong !== undefined) throw new WrongSettingError(`LANG: ${langs.join(', ')}, not “${wrong}”`);
  const words = new Map(langs.map((lang) => [lang, { name: names.get(lang) ?? '', call: '' }]));
  const made = await makeCampaign(database, { slug, opensOn, from, words }, how);
  if (made.is === 'done') return;
  const [[field, why] = ['slug', 'slug'] as const] = [...made.wrong];
  throw new WrongSettingError(why === 'gone' ? await noSuch(database, from) : `${field}: ${said[why]}`);
}
