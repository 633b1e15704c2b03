import type { Lang } from '../../config/langs.ts';
import type { World } from '../../record/record.ts';
import type { Day } from '../../text/partial-day.ts';
import { firstDay, lastDay, plusDays } from '../../text/partial-day.ts';
import { changesOf, type FigureId, type FigureItem, movementOf, valueOn } from '../figures.ts';
import { claimsOfAnyLanguage } from './claims-of-any-language.ts';
import { type Claim, findClaims } from './find-claims.ts';

export type Finding =
  /** The figure that is meant first says so. */
  | { readonly kind: 'agrees'; readonly figure: FigureId }
  /** Only these, counted by other rules, say so. */
  | { readonly kind: 'agrees-by-rule'; readonly figures: readonly FigureId[]; readonly now: number }
  /** It was so until a day, and what ended it. */
  | {
      readonly kind: 'last-true';
      readonly figure: FigureId;
      readonly on: Day;
      /** The value of that figure, by whatever rule it counts. */
      readonly now: number;
      readonly changedOn: Day;
      readonly began: readonly FigureItem[];
      readonly ceased: readonly FigureItem[];
    }
  | { readonly kind: 'never-true'; readonly figure: FigureId; readonly now: number };

export interface CheckedClaim {
  readonly claim: Claim;
  /** The day on which it was judged: the text's own, or the last of the day, month or year that its sentence names. */
  readonly on: Day;
  readonly finding: Finding;
}

/**
 * Every claim of a text, compared with the record as it was public on the text's day.
 * @param lang the text's; undefined: each of its sentences is read in its own
 */
export function checkClaims(world: World, text: string, lang: Lang | undefined, on: Day): CheckedClaim[] {
  return checkFound(world, lang ? findClaims(text, lang) : claimsOfAnyLanguage(text), on);
}

/** The same of claims that were found before: finding them takes most of the time. */
export function checkFound(world: World, claims: readonly Claim[], on: Day): CheckedClaim[] {
  return claims.map((claim) => {
    const days = daysOf(world, claim, on);
    return { claim, on: days.at(-1) ?? on, finding: checkClaim(world, claim, days) };
  });
}

/**
 * The days of which a claim may speak, the last one last: the text's own, or its day, or every day of its month or year on which a figure
 * moved.
 */
function daysOf(world: World, { when, figures }: Claim, on: Day): readonly Day[] {
  if (when === undefined || firstDay(when) > on) return [on];
  const last = lastDay(when) < on ? lastDay(when) : on;
  const moved = figures.flatMap((id) => movementOf(world, id).map((step) => step.on));
  return [firstDay(when), ...moved.filter((day) => day.startsWith(when) && day < last).sort(), last];
}

type Said = Pick<Claim, 'bound' | 'value' | 'most'>;

/** "About" gives or takes a tenth, and one at least; a range holds both its ends. */
function says({ bound, value: claimed, most = claimed }: Said, value: number): boolean {
  switch (bound) {
    case 'between':
      return value >= claimed && value <= most;
    case 'exactly':
      return value === claimed;
    case 'more-than':
      return value > claimed;
    case 'at-least':
      return value >= claimed;
    case 'fewer-than':
      return value < claimed;
    case 'at-most':
      return value <= claimed;
    case 'about':
      return Math.abs(value - claimed) <= Math.max(1, claimed / 10);
  }
}

function checkClaim(world: World, claim: Claim, days: readonly Day[]): Finding {
  const { figures } = claim;
  const on = days.at(-1) ?? '';
  const agreeing = figures.filter((id) => days.some((day) => says(claim, valueOn(world, id, day))));
  const [first = figures[0], ...rest] = figures;
  if (first === undefined) throw new Error('a claim without a figure');
  const now = valueOn(world, first, on);
  if (agreeing.includes(first)) return { kind: 'agrees', figure: first };
  if (agreeing.length > 0) return { kind: 'agrees-by-rule', figures: agreeing, now };
  const ended = [first, ...rest].flatMap((id) => lastTrue(world, id, claim, on) ?? []);
  const latest = ended.reduce<(typeof ended)[number] | undefined>(
    (best, one) => (best === undefined || one.changedOn > best.changedOn ? one : best),
    undefined,
  );
  if (!latest) return { kind: 'never-true', figure: first, now };
  const { figure, changedOn } = latest;
  return {
    kind: 'last-true',
    figure,
    on: plusDays(changedOn, -1),
    now: valueOn(world, figure, on),
    changedOn,
    ...changesOf(world, figure, changedOn),
  };
}

/** The day on which a figure ceased, for the last time by `on`, to say what is claimed. */
function lastTrue(world: World, figure: FigureId, claim: Said, on: Day) {
  const steps = movementOf(world, figure).filter((step) => step.on <= on);
  const index = steps.findLastIndex(({ value }) => says(claim, value));
  const next = steps[index + 1];
  return index >= 0 && next ? { figure, changedOn: next.on } : undefined;
}
