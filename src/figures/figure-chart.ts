import type { RecordView } from '../record/record-view.ts';
import type { SteppedLineProps } from '../site/charts/stepped-line.tsx';
import { sayKnown } from './components/figure-link.tsx';
import { figureTitle } from './figure-words.ts';
import { type FigureId, isTreatyFigure, movementOf, numberOn } from './figures.ts';

/** How a figure moved until the day of a page, as a drawing. */
export function chartOf(
  { view, world, on }: Pick<RecordView, 'view' | 'world' | 'on'>,
  id: FigureId,
): SteppedLineProps {
  const from = isTreatyFigure(id) ? '1998-07-17' : '2002-07-01';
  const title = figureTitle(view, id);
  return {
    title,
    description: `${title}: ${sayKnown(view, on, numberOn(world, id, on))} (${view.day(on)})`,
    steps: movementOf(world, id).filter((step) => step.on <= on),
    from: on < from ? '1998-01-01' : from,
    to: on,
    knownThrough: numberOn(world, id, on).knownThrough,
    rtl: view.dir === 'rtl',
    number: view.number,
    year: view.partialDay,
  };
}
