import type { z } from 'zod';
import { type Lang, langs } from '../config/langs.ts';
import { beginningOf, type TimeZone } from '../text/time-zone.ts';
import { CampaignFacts, CampaignText, NewSlug, reservedSlugs } from './campaign-text.ts';

/** What somebody types to make another campaign; a language without a name is left out. */
export interface NewCampaign {
  readonly slug: string;
  /** YYYY-MM-DD. */
  readonly opensOn: string;
  /** The one from which words, asks and settings are taken; empty: none. */
  readonly from: string;
  readonly words: ReadonlyMap<Lang, { readonly name: string; readonly call: string }>;
}

export type NewField = 'slug' | 'opensOn' | 'from' | `name-${Lang}` | `call-${Lang}`;

/** `past`, only what is to come can be prepared; `gone`, the other is not there; `none`, it has a name in no language. */
export type WrongNew =
  | 'slug'
  | 'reserved'
  | 'taken'
  | 'day'
  | 'past'
  | 'gone'
  | 'none'
  | 'empty'
  | 'long'
  | 'figure'
  | 'unknownFigure';

interface Beside {
  readonly zone: TimeZone;
  readonly now: Date;
  /** The other's calls; undefined: there is no such campaign. */
  readonly calls: ReadonlyMap<Lang, string> | undefined;
}

/** The languages that it gets. */
export function langsOf({ words }: NewCampaign): readonly Lang[] {
  return langs.filter((lang) => words.get(lang)?.name);
}

/** What can't be taken of what was typed, field by field. */
export function wrongInNew(typed: NewCampaign, { zone, now, calls }: Beside): ReadonlyMap<NewField, WrongNew> {
  const wrong = new Map<NewField, WrongNew>();
  const put = (field: NewField, why: WrongNew | undefined) => why && wrong.set(field, why);
  put('from', calls === undefined ? 'gone' : undefined);
  put('slug', wrongSlug(typed.slug));
  put('opensOn', wrongDay(typed.opensOn, zone, now));
  for (const lang of langs) {
    const { name, call } = typed.words.get(lang) ?? { name: '', call: '' };
    // A call that came with the other is no wish for its language.
    if (!name && (!call || call === calls?.get(lang))) continue;
    put(`name-${lang}`, wrongText(CampaignText.shape.name, name));
    if (call || !calls?.has(lang)) put(`call-${lang}`, wrongText(CampaignText.shape.call, call));
  }
  if (langsOf(typed).length === 0 && !langs.some((lang) => wrong.has(`name-${lang}`)))
    wrong.set(`name-${langs[0]}`, 'none');
  return wrong;
}

function wrongSlug(slug: string): WrongNew | undefined {
  if (reservedSlugs.includes(slug)) return 'reserved';
  return NewSlug.safeParse(slug).success ? undefined : 'slug';
}

function wrongDay(day: string, zone: TimeZone, now: Date): WrongNew | undefined {
  if (!CampaignFacts.shape.opensOn.safeParse(day).success) return 'day';
  return beginningOf(zone, day) > now ? undefined : 'past';
}

function wrongText(shape: z.ZodType, text: string): WrongNew | undefined {
  const [issue] = shape.safeParse(text).error?.issues ?? [];
  if (!issue) return undefined;
  if (issue.code === 'custom') return (issue.params?.wrong as WrongNew | undefined) ?? 'empty';
  return issue.code === 'too_big' ? 'long' : 'empty';
}
