import type { Lang } from '../../config/langs.ts';
import type { FigureId } from '../figures.ts';
import { byAnyRule } from '../other-rules.ts';
import { amendments } from './amendments.ts';
import type { Meant } from './claim-nouns.ts';
import { counted, ofTheWorld, within } from './counted-words.ts';
import { said as s, type Words } from './frame-words.ts';
import { around } from './sentences.ts';

export type Counted = keyof typeof counted;

/** What a sentence says that counts something, in whatever order and tense. */
interface Frame extends Meant {
  readonly counts: readonly Counted[];
  /** Each must be said near the number; of several in one, any. */
  readonly says: readonly (readonly Words[])[];
  /** None may be. */
  readonly unless?: readonly Words[];
}

const COURT = [s.court, s.statute];
/** Other treaties than the Statute, each with the figure that counts its parties. */
const lists = Object.entries(amendments).map(
  ([id, name]): Frame => ({
    counts: ['states', 'ratifications'],
    says: [[name], [s.ratified, s.joined, s.accepted, s.inForce]],
    unless: [s.notJoined, s.some],
    figures: [id as FigureId],
  }),
);

/** What such a sentence means, the narrower meaning first. */
const frames: readonly Frame[] = [
  {
    counts: ['states'],
    says: [[s.signed], [s.not, s.never], [s.ratified, s.joined]],
    unless: [s.some],
    figures: ['signatories-not-party'],
    // All who ever signed are more.
    most: 99,
    rivals: 'memberships',
  },
  {
    counts: ['states'],
    says: [[s.leaving], [s.announced], COURT],
    unless: [s.takenBack, s.some],
    figures: ['withdrawals-pending'],
    rivals: 'treaties',
  },
  {
    counts: ['withdrawals'],
    says: [[s.announced]],
    unless: [s.takenBack, s.some],
    figures: ['withdrawals-pending'],
    rivals: 'treaties',
  },
  ...lists,
  {
    counts: ['states'],
    says: [[s.ratified], COURT],
    unless: [s.notJoined, s.some, s.bodies, s.leaving],
    figures: byAnyRule('deposits'),
    rivals: 'memberships',
  },
  {
    counts: ['states'],
    says: [[s.joined], COURT],
    unless: [s.notJoined, s.some, s.bodies, s.leaving],
    figures: byAnyRule('states-parties'),
    rivals: 'memberships',
  },
  {
    counts: ['people', 'warrants'],
    says: [[s.atLarge], COURT],
    unless: [s.some],
    figures: byAnyRule('warrants-not-executed'),
    rivals: 'courts',
  },
  {
    counts: ['people', 'warrants'],
    says: [[s.warrant], [s.notExecuted]],
    unless: [s.some],
    figures: byAnyRule('warrants-not-executed'),
    rivals: 'courts',
  },
  {
    counts: ['people'],
    says: [[s.acquitted], COURT],
    unless: [s.oneTrial, s.some],
    figures: byAnyRule('acquittals-all'),
    rivals: 'courts',
  },
  {
    counts: ['people'],
    says: [[s.reparations], [s.ordered], [s.against], COURT],
    unless: [s.some, s.not],
    figures: ['reparations-orders'],
    rivals: 'courts',
  },
  {
    counts: ['people'],
    says: [[s.convicted], COURT],
    unless: [s.oneTrial, s.some, s.not],
    figures: byAnyRule('convictions-core-standing'),
    rivals: 'courts',
  },
  {
    counts: ['people'],
    says: [[s.onTrial], COURT],
    unless: [s.oneTrial, s.some, s.not, s.ended],
    figures: ['proceedings-on-trial'],
    rivals: 'courts',
  },
  {
    counts: ['people'],
    says: [[s.warrant], COURT],
    unless: [s.oneTrial, s.some, s.not],
    figures: byAnyRule('warrants-persons'),
    rivals: 'courts',
  },
  {
    counts: ['people'],
    says: [[s.summoned], [...COURT, s.summonses]],
    unless: [s.oneTrial, s.some, s.not],
    figures: ['summonses'],
    rivals: 'courts',
  },
  {
    counts: ['situations'],
    says: [[s.examined], [s.court, s.prosecution, s.underWay, s.stage]],
    unless: [s.ended, s.some, s.not],
    figures: ['examinations-open'],
    rivals: 'courts',
  },
  {
    counts: ['situations'],
    says: [[s.investigated], [s.court, s.prosecution]],
    unless: [s.ended, s.some, s.not],
    figures: ['situations-under-investigation'],
    rivals: 'courts',
  },
  {
    counts: ['states'],
    says: [[s.underInvestigation], [s.court, s.prosecution]],
    unless: [s.ended, s.some, s.not, s.leaving],
    figures: ['situations-under-investigation'],
    rivals: 'courts',
  },
  {
    counts: ['trials'],
    says: [[s.underWay], [s.court]],
    unless: [s.ended, s.some, s.not],
    figures: byAnyRule('trials-to-verdict'),
    rivals: 'courts',
  },
  {
    counts: ['cases'],
    says: [[s.reparations], [s.ordered]],
    unless: [s.some, s.not],
    figures: ['reparations-orders'],
    rivals: 'courts',
  },
];

/** What a number counts, with the words that may stand between them; its pattern goes after the number. */
export function countedAfter(kind: Counted, lang: Lang): string {
  return `(?:${kind === 'states' ? ofTheWorld[lang] : ''})?(?: (?:${within[lang]})){0,4} (?:${counted[kind][lang]})`;
}

/** As much of a sentence as is read on either side of what is counted. */
const REACH = 110;
/**
 * A number ends what is said of another; French and Spanish say "a" as 1, and of all the world's states (19…) some are said to be.
 */
const BREAK = /[.;:!?؛؟\n]|(?!1(?!\d)|(?<!\d)19\d(?!\d))(?<!(?<!\d)19?)\d/u;

/**
 * What figures a number of such things means, by what is said around it.
 * @param text made even, with its numbers in digits; the number and what it counts stand from `from` to `to`
 */
export function frameOf(kind: Counted, lang: Lang, text: string, from: number, to: number): Frame | undefined {
  const clause = around(text, from, to, { mark: BREAK, reach: REACH });
  const says = (words: Words) => saying(words, lang).test(clause);
  return frames.find(
    (frame) => frame.counts.includes(kind) && frame.says.every((some) => some.some(says)) && !frame.unless?.some(says),
  );
}

const patterns = new Map<string, RegExp>();

function saying(words: Words, lang: Lang): RegExp {
  const joined = lang === 'ar' ? '(?:[وفبلك]|لل)?' : '';
  const made = () => new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?:${words[lang]})(?![\\p{L}\\p{N}])`, 'u');
  const known = patterns.get(words[lang]) ?? made();
  patterns.set(words[lang], known);
  return known;
}
