import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { type Fields, writeAudit } from '../audit/audit.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Database } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { momentOf } from '../http/moment.ts';
import { dayIn, type TimeZone } from '../text/time-zone.ts';
import { putTimes, selectSettingRow, updateCampaignRow } from './campaign-queries.ts';
import { CampaignFacts } from './campaign-text.ts';
import { timesIn, timesRefused } from './changed-times.ts';

/** What is set of a campaign, as somebody types it: days as YYYY-MM-DD, numbers in digits, hashtags with spaces between them. */
export const settingFields = [
  ...(['opensOn', 'closesOn', 'letterLimit', 'plainForMonths', 'position', 'hashtags'] as const),
  ...(['youtube', 'facebook', 'tweet'] as const),
] as const;
export type SettingField = (typeof settingFields)[number];
export type TypedSettings = Readonly<Record<SettingField, string>>;

/**
 * What can't be: `opened`, it is open and can only be closed; `over`, it has closed and does not open again; `video`, its three places go
 * together.
 */
export type WrongSetting = 'day' | 'number' | 'hashtags' | 'order' | 'opened' | 'over' | 'video';

export type Row = NonNullable<Awaited<ReturnType<typeof selectSettingRow>>>;

/** What is set now, as it stands in the form. @param zone in which its days begin and end */
export function settingsOf(row: Row, zone: TimeZone): TypedSettings {
  return {
    opensOn: dayIn(zone, row.opensAt),
    // The day that ended is the one before its end.
    closesOn: row.closesAt ? dayIn(zone, new Date(row.closesAt.getTime() - 1)) : '',
    letterLimit: String(row.letterLimit),
    plainForMonths: String(row.plainForMonths),
    position: row.position === null ? '' : String(row.position),
    hashtags: row.hashtags.join(' '),
    ...(row.video ?? { youtube: '', facebook: '', tweet: '' }),
  };
}

export interface SettingsChange {
  readonly typed: TypedSettings;
  /** What the form was read at; undefined: whatever stands. */
  readonly was: TypedSettings | undefined;
  readonly zone: TimeZone;
  readonly by: ActorId;
}

export type SettingsOutcome =
  | { readonly is: 'done' }
  | { readonly is: 'none' }
  | { readonly is: 'wrong'; readonly wrong: ReadonlyMap<SettingField, WrongSetting> }
  /** Somebody changed it meanwhile. */
  | { readonly is: 'moved'; readonly now: TypedSettings };

/** Sets the days, limits and hashtags of a campaign, all or nothing; a day that stays keeps the moment that it stands for. */
export function changeSettings(database: Database, slug: string, change: SettingsChange): Promise<SettingsOutcome> {
  return database.transaction().execute(async (trx): Promise<SettingsOutcome> => {
    const { typed, was, zone, by } = change;
    const row = await selectSettingRow(trx, slug, true);
    if (!row) return { is: 'none' };
    const organisation = row.controllerId as ControllerId;
    await refuseUnlessMay(trx, by, [{ deed: 'campaigns.change', item: { organisation } }]);
    const now = settingsOf(row, zone);
    if (was && settingFields.some((name) => was[name] !== now[name])) return { is: 'moved', now };
    const changed = settingFields.filter((name) => typed[name] !== now[name]);
    const wrong = wrongIn(typed, changed);
    if (wrong.size > 0) return { is: 'wrong', wrong };
    const times = timesTo(row, typed, changed, zone);
    const refused = timesRefused(row, times, (await momentOf(trx)).at)[0];
    if (refused?.startsWith('opensOn')) return { is: 'wrong', wrong: new Map([['opensOn', 'opened']]) };
    if (refused) return { is: 'wrong', wrong: new Map([['closesOn', 'over']]) };
    if (changed.length === 0) return { is: 'done' };
    await putTimes(trx, slug, times, row.controllerId);
    await updateCampaignRow(trx, row.id, valuesOf(typed));
    const of = (values: TypedSettings): Fields => Object.assign({}, ...changed.map((name) => saidOf(values)[name]));
    const item = ['campaign', slug] as const;
    await writeAudit(trx, { by, operation: 'campaigns.set', item, before: of(now), after: of(typed) });
    await dropPages(trx, ['campaigns'], changed.some((name) => name.endsWith('On')) ? 'remove' : 'refresh');
    return { is: 'done' };
  });
}

function timesTo(row: Row, typed: TypedSettings, changed: readonly SettingField[], zone: TimeZone) {
  const times = timesIn(zone, typed.opensOn, typed.closesOn || null);
  return {
    opensAt: changed.includes('opensOn') ? times.opensAt : row.opensAt,
    closesAt: changed.includes('closesOn') ? times.closesAt : row.closesAt,
  };
}

function valuesOf({ letterLimit, plainForMonths, position, hashtags, youtube, facebook, tweet }: TypedSettings) {
  return {
    video: youtube ? { youtube, facebook, tweet } : null,
    letterLimit: Number(letterLimit),
    plainForMonths: Number(plainForMonths),
    position: position === '' ? null : Number(position),
    hashtags: tagsIn(hashtags),
  };
}

/** Each by the name of its column, as entries of other changes have it. */
function saidOf(values: TypedSettings): Readonly<Record<SettingField, Fields>> {
  const { letterLimit, plainForMonths, position, hashtags } = valuesOf(values);
  return {
    opensOn: { opens_on: values.opensOn },
    closesOn: { closes_on: values.closesOn || null },
    letterLimit: { letter_limit: letterLimit },
    plainForMonths: { plain_for_months: plainForMonths },
    position: { position },
    hashtags: { hashtags },
    youtube: { video_youtube: values.youtube || null },
    facebook: { video_facebook: values.facebook || null },
    tweet: { video_tweet: values.tweet || null },
  };
}

const tagsIn = (typed: string) => typed.split(/\s+/).filter(Boolean);
/** @returns undefined for what are no digits, or more than any setting has */
export const numberIn = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : undefined);

/** By the rules of the file of a campaign. */
function wrongIn(typed: TypedSettings, changed: readonly SettingField[]): ReadonlyMap<SettingField, WrongSetting> {
  const { shape } = CampaignFacts;
  const readers: Readonly<Record<SettingField, () => boolean>> = {
    opensOn: () => shape.opensOn.safeParse(typed.opensOn).success,
    closesOn: () => shape.closesOn.safeParse(typed.closesOn || undefined).success,
    letterLimit: () => shape.letterLimit.safeParse(numberIn(typed.letterLimit)).success,
    plainForMonths: () =>
      typed.plainForMonths !== '' && shape.plainForMonths.safeParse(numberIn(typed.plainForMonths)).success,
    position: () => typed.position === '' || shape.position.unwrap().safeParse(numberIn(typed.position)).success,
    hashtags: () => shape.hashtags.safeParse(tagsIn(typed.hashtags)).success,
    youtube: () => isPart(typed.youtube, typed) && !typed.youtube.includes('/'),
    facebook: () => isPart(typed.facebook, typed),
    tweet: () => isPart(typed.tweet, typed),
  };
  const wrong = new Map<SettingField, WrongSetting>();
  // What one place of the video is says whether the others may be empty.
  const looked = changed.some(isVideo) ? [...changed.filter((name) => !isVideo(name)), ...videoFields] : changed;
  for (const name of looked) if (!readers[name]()) wrong.set(name, whyWrong(name));
  const days = !wrong.has('opensOn') && !wrong.has('closesOn');
  if (days && typed.closesOn !== '' && typed.closesOn < typed.opensOn) wrong.set('closesOn', 'order');
  return wrong;
}

const videoFields = ['youtube', 'facebook', 'tweet'] as const;
const isVideo = (name: SettingField) => videoFields.some((one) => one === name);

function whyWrong(name: SettingField): WrongSetting {
  if (isVideo(name)) return 'video';
  return name === 'hashtags' ? 'hashtags' : name.endsWith('On') ? 'day' : 'number';
}

/** Of an address behind the name of its site, where all three are there; or empty, where none is. */
function isPart(part: string, { youtube, facebook, tweet }: TypedSettings): boolean {
  if (!youtube && !facebook && !tweet) return true;
  return (
    /^[\w.-]+(?:\/[\w.-]+)*$/.test(part) && CampaignFacts.shape.video.unwrap().shape.youtube.safeParse(part).success
  );
}
