import type { Published } from '../record/docket.ts';
import type { World } from '../record/record.ts';
import { type FigureId, valueOn } from './figures.ts';
import { figureNamed } from './former-ids.ts';

/** Figures that count the same by other rules: what others publish may follow any of them. */
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
  ['convictions-core-standing', 'convictions-core-entered', 'convictions-standing', 'convictions-entered'],
  ['acquittals-all', 'acquittals-at-trial'],
  ['states-parties', 'deposits'],
];

export type Compared =
  | { readonly how: 'agrees' }
  | { readonly how: 'agrees-by-rule'; readonly figure: FigureId }
  | { readonly how: 'differs'; readonly ours: number };

/** A total that somebody published, beside ours of that day: the figure that it names first, then those by other rules. */
export function compared(world: World, total: Pick<Published, 'figure' | 'on' | 'value'>): Compared {
  const { on, value } = total;
  const figure = figureNamed(total.figure);
  if (!figure) throw new Error(`no figure is called ${total.figure}`);
  const ours = valueOn(world, figure, on);
  if (ours === Number(value)) return { how: 'agrees' };
  const others = sameByOtherRules.find((family) => family.includes(figure)) ?? [];
  const other = others.find((id) => id !== figure && valueOn(world, id, on) === Number(value));
  return other ? { how: 'agrees-by-rule', figure: other } : { how: 'differs', ours };
}
