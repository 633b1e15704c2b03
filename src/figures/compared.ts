import type { Published } from '../record/docket.ts';
import type { World } from '../record/record.ts';
import { type FigureId, valueOn } from './figures.ts';
import { figureNamed } from './former-ids.ts';
import { byAnyRule } from './other-rules.ts';

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
  const other = byAnyRule(figure).find((id) => id !== figure && valueOn(world, id, on) === Number(value));
  return other ? { how: 'agrees-by-rule', figure: other } : { how: 'differs', ours };
}
