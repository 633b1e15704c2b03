import { inArabic } from '../charts/strip.tsx';
import { INK, minerals, PAPER } from './logo.ts';
import { mosaicRing } from './mosaic-ring.ts';

/** The minerals in the order of the classes c1 to c6. */
const byClass = ['lapis', 'ochre', 'jade', 'rose', 'slate', 'sand'];
const QUIET = '#545b69';
/** The whole card, as networks ask for it, and where its words stand. */
const [WIDTH, HEIGHT, EDGE] = [1_200, 630, 72];
/** Letters to a line, about. */
const [TITLE, TEXT] = [14, 30];

export interface Card {
  readonly title: string;
  /** What the title means, where that is in another language. */
  readonly meaning?: string | undefined;
  readonly text: string;
  /** Whose page it is. */
  readonly by: string;
  readonly rtl: boolean;
  /** Which piece is just coming: a number of whose picture it is. */
  readonly own?: number | undefined;
}

/** What is shown beside a shared link: the ring with its open place, what the page is, and whose. @returns XML */
export function shareCard(card: Card): string {
  const side = card.rtl ? `x="${WIDTH - EDGE}" text-anchor="end"` : `x="${EDGE}"`;
  const lines = [
    ...broken(card.title, TITLE).map((text) => ({ text, size: 78, step: 84, fill: INK })),
    ...(card.meaning ? [{ text: card.meaning, size: 40, step: 60, fill: QUIET }] : []),
    ...broken(card.text, TEXT).map((text, at) => ({ text, size: 36, step: at === 0 ? 74 : 50, fill: INK })),
  ];
  const deep = lines.reduce((sum, { step }) => sum + step, 0);
  let y = (HEIGHT - 60 - deep) / 2;
  const words = lines.map(({ text, size, step, fill }) => {
    y += step;
    return `<text ${side} y="${Math.round(y)}" font-size="${size}" fill="${fill}">${said(text, card.rtl)}</text>`;
  });
  const by = `<text ${side} y="${HEIGHT - 44}" font-size="28" fill="${QUIET}">${said(card.by, card.rtl)}</text>`;
  const paper = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`;
  const ring = `<g transform="translate(${card.rtl ? 40 : WIDTH - 500} 84) scale(1.44)">${ringDrawn(card.own ?? 0)}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${paper}${ring}` +
    `<g font-family="Vollkorn, Amiri" font-weight="600">${words.join('')}${by}</g></svg>`
  );
}

function ringDrawn(own: number): string {
  const ring = mosaicRing(3, 97);
  const outer = ring.filter((place) => place.outer);
  const theirs = outer[own % outer.length];
  const laid = ring
    .filter((place) => place !== theirs)
    .map(({ mineral, path }) => `<path fill="${minerals[byClass[mineral] ?? '']}" d="${path}"/>`);
  return `${laid.join('')}<path fill="${minerals.act}" d="${theirs?.coming ?? ''}"/>`;
}

function said(text: string, rtl: boolean): string {
  return (rtl ? inArabic(text) : text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** In lines of at most so many letters, unless a word is longer. */
function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
