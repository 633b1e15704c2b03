import type { FigureId } from './figures.ts';

/** Figures that count the same by other rules: what others say or publish may follow any of them. */
const sameByOtherRules: readonly (readonly FigureId[])[] = [
  ['warrants-not-executed', 'warrants-not-executed-court'],
  [
    'warrants-persons',
    'public-warrants',
    'public-warrants-not-replaced',
    'public-warrants-not-first-summoned',
    'people-and-added-charges',
    'people-as-the-court-counted',
  ],
  ['trials-to-verdict', 'trials-to-sentence'],
  ['convictions-core-standing', 'convictions-core-entered', 'convictions-entered', 'convictions-standing'],
  ['acquittals-all', 'acquittals-at-trial'],
  ['states-parties', 'deposits'],
];

/** A figure, and after it those that count the same by other rules. */
export function byAnyRule(figure: FigureId): readonly FigureId[] {
  const others = sameByOtherRules.find((family) => family.includes(figure)) ?? [];
  return [figure, ...others.filter((id) => id !== figure)];
}
