import type { ActorId } from '../actors/actors.ts';
import type { Database } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { selectSettingRow } from './campaign-queries.ts';
import { noSuch, WrongSettingError } from './campaign-settings.ts';
import { PlainForMonths, Position } from './campaign-text.ts';
import { changeSettings, numberIn, settingsOf, type TypedSettings, type WrongSetting } from './change-settings.ts';

const said: Readonly<Record<WrongSetting, string>> = {
  day: 'a day from 2000-01-02 to 2199-12-31 as YYYY-MM-DD',
  number: 'a whole number within its bounds',
  hashtags: 'hashtags with spaces between them',
  order: 'a day that is not before the first',
  opened: 'it has opened already, it can only be closed',
  video: 'all three places of the video, or none',
  over: 'it has closed; what comes after it needs a slug of its own',
};

interface How {
  /** In which days begin and end. */
  readonly zone: TimeZone;
  readonly by: ActorId;
}

/**
 * Sets how old what is known may be for one campaign's asks to be made plainly; pages, feeds and letters that begin afterwards follow it.
 * @param typed months, in digits
 * @throws WrongSettingError naming the number or the campaign
 */
export async function setPlainLimit(database: Database, slug: string, typed: string, how: How): Promise<void> {
  if (!PlainForMonths.safeParse(numberIn(typed)).success)
    throw new WrongSettingError(`MONTHS: a whole number from 0 to 600, not “${typed}”`);
  return setFields(database, slug, { plainForMonths: typed }, how);
}

/**
 * Gives a campaign a place among open ones.
 * @param typed in digits, 1 leads; `none`: behind those that have one
 * @throws WrongSettingError naming the number or the campaign
 */
export async function setPosition(database: Database, slug: string, typed: string, how: How): Promise<void> {
  if (typed !== 'none' && !Position.safeParse(numberIn(typed)).success)
    throw new WrongSettingError(`PLACE: a whole number from 1 to 1000, or none, not “${typed}”`);
  return setFields(database, slug, { position: typed === 'none' ? '' : typed }, how);
}

/**
 * Sets some of what is set of a campaign, as the office does.
 * @throws WrongSettingError naming the campaign or what can't be; then nothing was changed
 */
export async function setFields(
  database: Database,
  slug: string,
  fields: Partial<TypedSettings>,
  { zone, by }: How,
): Promise<void> {
  const row = await selectSettingRow(database, slug, false);
  if (!row) throw new WrongSettingError(await noSuch(database, slug));
  const now = settingsOf(row, zone);
  const outcome = await changeSettings(database, slug, { typed: { ...now, ...fields }, was: now, zone, by });
  if (outcome.is === 'moved')
    throw new WrongSettingError(`${slug}: somebody changed it meanwhile, look and say it again`);
  if (outcome.is !== 'wrong') return;
  const [[name, why] = ['', 'day'] as const] = [...outcome.wrong];
  throw new WrongSettingError(`${name}: ${said[why]}`);
}
