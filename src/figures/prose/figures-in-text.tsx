import { Fragment } from 'preact';
import type { RecordView } from '../../record/record-view.ts';
import { FigureLink, sayValue } from '../components/figure-link.tsx';
import { type FigureId, numberOn } from '../figures.ts';
import { figureNamed } from '../former-ids.ts';

/** A figure in a text, by its id: `{figure:states-parties}`. It says what was true on the day of the page. */
const FIGURE = /\{figure:([a-z0-9-]+)\}/;
const EVERY = new RegExp(FIGURE, 'g');

/** The figures in texts, each once. */
export function figuresIn(texts: readonly string[]): FigureId[] {
  const ids = texts.flatMap((text) => [...text.matchAll(EVERY)].map(([, id = '']) => id));
  return [...new Set(ids.flatMap((id) => figureNamed(id) ?? []))];
}

/** The ids in a text that are no figure's: content with one is refused. */
export function unknownFigures(text: string): string[] {
  return [...text.matchAll(EVERY)].map(([, id = '']) => id).filter((id) => !figureNamed(id));
}

/** A text with its figures as links to the lists behind them. */
export function WithFigures({ record, text }: { record: RecordView; text: string }) {
  return text.split(FIGURE).map((part, index, parts) => {
    const id = index % 2 === 1 ? figureNamed(part) : undefined;
    return id ? (
      <FigureLink key={index} record={record} id={id} begins={index === 1 && parts[0] === ''} />
    ) : (
      <Fragment key={index}>{part}</Fragment>
    );
  });
}

/** Everything in a value with its figures said in plain words: what is copied, mailed or printed. */
export function sayFigures<Value>(record: RecordView, value: Value): Value {
  if (typeof value === 'string') return (value.includes('{figure:') ? plainFigures(record, value) : value) as Value;
  if (Array.isArray(value)) return value.map((one) => sayFigures(record, one)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sayFigures(record, one)])) as Value;
}

/** The same as plain words, for what is copied, mailed or printed. */
export function plainFigures({ view, world, on }: RecordView, text: string): string {
  return text.replace(EVERY, (whole, named: string) => {
    const id = figureNamed(named);
    return id ? sayValue(view, numberOn(world, id, on)) : whole;
  });
}
