import { day, type Files, named, orNothing, type Problem, partialDay, severalNames } from './shapes.ts';

/** What was wrong: the day; the day from which it counts; that there was no row; that there was one. */
export const correctionKinds = ['date', 'counts-from', 'missing', 'wrongly'] as const;

/** What each correction says, whatever was corrected: what stood, what stands, when, and why. */
export const correctionColumns = {
  corrected_on: day,
  was: orNothing(partialDay),
  now: orNothing(partialDay),
  // Whose numbers of a past day are others since.
  figures: severalNames,
  why: named,
  why_fr: named,
  why_es: named,
  why_ar: named,
} as const;

/** Corrections that correct nothing. @returns each with its file and line */
export function correctionProblems(files: Files): Problem[] {
  return (files.corrections ?? []).flatMap(({ line, fields: { corrected, was = '', now = '' } }) => {
    const reason = wrongWith(corrected, was, now);
    return reason ? [{ file: 'corrections.csv', line, reason }] : [];
  });
}

function wrongWith(corrected: string | undefined, was: string, now: string): string | undefined {
  if (corrected === 'missing') return was || !now ? 'what was missing has a day now, and had none' : undefined;
  if (corrected === 'wrongly') return now || !was ? 'what was wrongly recorded had a day, and has none now' : undefined;
  return !was || was === now ? 'says what stood before, and something else now' : undefined;
}
