import { type FigureId, isFigureId } from './figures.ts';

/** Ids that figures had until version 0.3; links, texts, programs and tables with them go on working. */
export const FORMER_IDS: Readonly<Record<string, FigureId>> = {
  'public-warrants-w2': 'public-warrants-not-replaced',
  'public-warrants-w3': 'public-warrants-not-first-summoned',
  // Counted the same people by the same rule.
  'public-warrants-w4': 'warrants-persons',
  'public-warrants-w5': 'people-and-added-charges',
  'public-warrants-w6': 'people-as-the-court-counted',
};

/**
 * The figure that an id from outside means, be it one that it had before.
 * @returns undefined where it is no figure's and never was
 */
export function figureNamed(id: string): FigureId | undefined {
  if (isFigureId(id)) return id;
  return Object.hasOwn(FORMER_IDS, id) ? FORMER_IDS[id] : undefined;
}
