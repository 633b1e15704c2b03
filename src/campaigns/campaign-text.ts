import { z } from 'zod';
import { unknownFigures } from '../figures/prose/figures-in-text.tsx';
import { conditions } from '../states/conditions.ts';
import { publicOffices } from '../states/public-offices.ts';
import { isDay } from '../text/partial-day.ts';

/** The Coalition's three strategic aims; every piece of advocacy hangs under one of them. */
export const aims = ['global-justice', 'strong-court', 'state-support'] as const;
export type Aim = (typeof aims)[number];

/** A figure is said where a text is shown for a day; names, messages and letters hold none. */
const withoutFigures = (words: string) => !words.includes('{figure:');
/** `wrong` is by what a form says it in its reader's language. */
const noFigure = { message: 'can’t hold a figure', params: { wrong: 'figure' } };
const line = z.string().trim().min(1).max(400).refine(withoutFigures, noFigure);
const letterText = z.string().trim().min(1).max(2_000).refine(withoutFigures, noFigure);
const text = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((words) => unknownFigures(words).length === 0, {
    message: 'names a figure that there is not',
    params: { wrong: 'unknownFigure' },
  });

const saysWhen = (shape: z.ZodString) =>
  shape.refine((words) => words.includes('{when}'), { message: 'doesn’t say {when}', params: { wrong: 'when' } });

/** A campaign's words in one language. */
export const CampaignText = z.strictObject({
  name: line,
  /** What the name says, where it is in another language. */
  meaning: line.optional(),
  tagline: line,
  summary: line,
  image: text,
  why: z.array(text).min(1),
  call: text,
  demands: z.array(z.strictObject({ aim: z.enum(aims), title: line, text })).length(3),
  ways: z.array(z.strictObject({ id: line, title: line, text })).min(1),
  announcement: z.strictObject({ title: line, paragraphs: z.array(text).min(1) }),
  messages: z.array(z.strictObject({ id: line, text: line })).min(1),
  video: z.strictObject({ title: line, text }),
  material: z.strictObject({ title: line, text }),
});
export type CampaignText = z.infer<typeof CampaignText>;

/** Of a campaign of which no words are published. */
export function noWords(name: string): CampaignText {
  const nothing = { title: '', text: '' };
  return {
    ...{ name, tagline: '', summary: '', image: '', why: [], call: '', demands: [], ways: [] },
    ...{ announcement: { title: '', paragraphs: [] }, messages: [], video: nothing, material: nothing },
  };
}

/** An ask in one language: what is asked, why of this state (`{state}`), and its letter, in which `{role}` and `{state}` are filled in. */
export const AskText = z.strictObject({
  title: line,
  because: line,
  subject: line,
  opening: letterText,
  arguments: z.array(z.strictObject({ id: line, label: line, text: letterText })).min(1),
  closing: letterText,
  // Where what is known is old: why, and how the letter opens; `{when}` is when the list was last known whole.
  conditional: z.strictObject({ because: saysWhen(line), opening: saysWhen(letterText) }).optional(),
});
export type AskText = z.infer<typeof AskText>;

/** How old what is known may be, in months, for an ask to be made plainly. */
export const PlainForMonths = z.int().min(0).max(600);

/** A place among open campaigns. */
export const Position = z.int().min(1).max(1_000);

/** What is planned is of no year before, nor beyond what days reach to. */
const PlannedDay = z.iso.date().refine((day) => isDay(day) && day >= '2000-01-02', 'not a day from 2000 to 2199');

/** A name in addresses and of folders. */
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The same of what is made in the office. */
export const NewSlug = Slug.max(80);

/** What stands where a campaign's name would, in an address of the office. */
export const reservedSlugs: readonly string[] = ['add'];

/** What is the same in every language. */
export const CampaignFacts = z.strictObject({
  slug: Slug.refine((slug) => !reservedSlugs.includes(slug), 'is a word of an address of the office'),
  opensOn: PlannedDay,
  closesOn: PlannedDay.optional(),
  /** Its asks in the order in which they lead. */
  asks: z.array(Slug).min(1),
  letterLimit: z.int().min(1).max(20),
  /** Left out: two years for a new campaign; what an operator has set stays. */
  plainForMonths: PlainForMonths.optional(),
  /** Its place among open campaigns: 1 leads. Left out: the latest opened comes first, behind those that have one. */
  position: Position.optional(),
  hashtags: z.array(z.string().regex(/^#\w+$/)).min(1),
  hashtagNote: text.optional(),
  video: z.strictObject({ youtube: line, facebook: line, tweet: line }).optional(),
});
export type CampaignFacts = z.infer<typeof CampaignFacts>;

export const AskFacts = z.strictObject({
  aim: z.enum(aims),
  // Earlier versions had the three amendments of 2017 as one.
  when: z.union([
    z.literal('no-amendments-2017').transform(() => 'no-weapons-amendments-2017' as const),
    z.enum(conditions),
  ]),
  office: z.enum(publicOffices).optional(),
  defaults: z.array(line),
});
export type AskFacts = z.infer<typeof AskFacts>;
