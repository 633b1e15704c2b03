import type { Published } from '../record/docket.ts';
import type { World } from '../record/record.ts';
import { type FigureId, isFigureId, valueOn } from './figures.ts';

/** Figures that count the same by other rules: what others publish may follow any of them. */
const sameByOtherRules: readonly (readonly FigureId[])[] = [
  ['warrants-not-executed', 'warrants-not-executed-court'],
  [
    'warrants-persons',
    'public-warrants',
    'public-warrants-w2',
    'public-warrants-w3',
    'public-warrants-w4',
    'public-warrants-w5',
    'public-warrants-w6',
  ],
  ['trials-to-verdict', 'trials-to-sentence'],
  ['convictions-core-standing', 'convictions-core-entered', 'convictions-standing', 'convictions-entered'],
  ['acquittals-all', 'acquittals-at-trial'],
  ['states-parties', 'deposits'],
];

export type Compared =
  | { readonly how: 'agrees' }
  | { readonly how: 'agrees-by-rule'; readonly figure: FigureId }
  | { readonly how: 'differs'; readonly ours: number };

/** A total that somebody published, beside ours of that day: the figure that it names first, then those by other rules. */
export function compared(world: World, { figure, on, value }: Pick<Published, 'figure' | 'on' | 'value'>): Compared {
  if (!isFigureId(figure)) throw new Error(`no figure is called ${figure}`);
  const ours = valueOn(world, figure, on);
  if (ours === Number(value)) return { how: 'agrees' };
  const others = sameByOtherRules.find((family) => family.includes(figure)) ?? [];
  const other = others.find((id) => id !== figure && valueOn(world, id, on) === Number(value));
  return other ? { how: 'agrees-by-rule', figure: other } : { how: 'differs', ours };
}
