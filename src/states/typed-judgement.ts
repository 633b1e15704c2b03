import { createHash } from 'node:crypto';
import { type Day, isDay } from '../text/partial-day.ts';
import { isLongerThan, oneLine, paragraphs } from '../text/text-cleaning.ts';
import type { Judgement } from './judgement.ts';
import type { selectJudged } from './risk-queries.ts';
import { isRisk } from './risks.ts';

/** What somebody says of the risk of a state: at the command line, or in the form. */
export const judgementFields = ['level', 'because', 'source', 'on'] as const;
export type JudgementField = (typeof judgementFields)[number];
export type TypedFields = Readonly<Record<JudgementField, string>>;

/** Characters of the reason, and of the source. */
export const MOST_BECAUSE = 1_000;
export const MOST_SOURCE = 500;

/** Which fields can't be taken. `open` only says so with where and on which day it was read that nobody is harmed. */
export function wrongIn({ level, because, source, on }: TypedFields, today: Day): readonly JudgementField[] {
  const wrong: Readonly<Record<JudgementField, boolean>> = {
    level: !isRisk(level),
    because: !paragraphs(because) || isLongerThan(because, MOST_BECAUSE),
    source: (level === 'open' && !oneLine(source)) || isLongerThan(source, MOST_SOURCE),
    on: !isDay(on) || on > today,
  };
  return judgementFields.filter((name) => wrong[name]);
}

/** @returns undefined where something is wrong in it (`wrongIn`) */
export function readTypedJudgement(state: string, typed: TypedFields, today: Day): Judgement | undefined {
  const { level, because, source, on } = typed;
  if (wrongIn(typed, today).length > 0 || !isRisk(level) || !isDay(on)) return undefined;
  return { state, level, because: paragraphs(because), source: oneLine(source) || null, on };
}

/** The same as long as nobody else has judged, by whatever way. */
export function versionOf(stored: NonNullable<Awaited<ReturnType<typeof selectJudged>>>): string {
  const { risk, risk_source, risk_judged_on, judgement } = stored;
  return createHash('sha256')
    .update(JSON.stringify([risk, risk_source, risk_judged_on, judgement]))
    .digest('base64url');
}
