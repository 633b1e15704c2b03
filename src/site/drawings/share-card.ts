import { inArabic } from '../charts/strip.tsx';
import { INK, minerals, PAPER } from './logo.ts';
import { byMineral, mosaicRing, type RingDrawing } from './mosaic-ring.ts';

/** The minerals in the order of the classes c1 to c6. */
const byClass = ['lapis', 'ochre', 'jade', 'rose', 'slate', 'sand'];
const QUIET = '#545b69';
/** The whole card, as networks ask for it, and where its words stand. */
const [WIDTH, HEIGHT, EDGE] = [1_200, 630, 72];
/** Letters to a line, about. */
const [TITLE, TEXT] = [15, 30];

export interface Card {
  readonly title: string;
  /** What the title means, where that is in another language. */
  readonly meaning?: string | undefined;
  /** Each begins a line of its own. */
  readonly text: readonly string[];
  /** Whose page it is. */
  readonly by: string;
  readonly rtl: boolean;
  /** Left out: a whole one with an open place. */
  readonly ring?: RingDrawing;
}

/** What is shown beside a shared link: the ring with its open place, what the page is, and whose. @returns XML */
export function shareCard(card: Card): string {
  const side = card.rtl ? `x="${WIDTH - EDGE}" text-anchor="end"` : `x="${EDGE}"`;
  const lines = [
    ...broken(card.title, TITLE).map((text) => ({ text, size: 78, step: 84, fill: INK })),
    ...(card.meaning ? [{ text: card.meaning, size: 40, step: 60, fill: QUIET }] : []),
    ...card.text
      .flatMap((line) => broken(line, TEXT))
      .map((text, at) => ({ text, size: 36, step: at === 0 ? 74 : 50, fill: INK })),
  ];
  const deep = lines.reduce((sum, { step }) => sum + step, 0);
  let y = (HEIGHT - 60 - deep) / 2;
  const words = lines.map(({ text, size, step, fill }) => {
    y += step;
    return `<text ${side} y="${Math.round(y)}" font-size="${size}" fill="${fill}">${said(text, card.rtl)}</text>`;
  });
  const by = `<text ${side} y="${HEIGHT - 44}" font-size="28" fill="${QUIET}">${said(card.by, card.rtl)}</text>`;
  const paper = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`;
  const ring = `<g transform="translate(${card.rtl ? 40 : WIDTH - 500} 84) scale(1.44)">${ringDrawn(card.ring ?? wholeRing())}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${paper}${ring}` +
    `<g font-family="Vollkorn, Amiri" font-weight="600">${words.join('')}${by}</g></svg>`
  );
}

function wholeRing(): RingDrawing {
  const ring = mosaicRing(3, 97);
  const open = ring.find((place) => place.outer);
  const paths = byMineral(ring.filter((place) => place !== open));
  return { paths, ground: [], gap: open?.path ?? '', coming: open?.coming ?? '' };
}

/** As pages draw it (`components/ring.tsx` and its styles), in the colours of what leaves the site. */
function ringDrawn({ paths, ground, gap, coming }: RingDrawing): string {
  const beneath = `<g opacity="0.36">${coloured(ground)}</g>`;
  const place = `<path fill="none" stroke="${minerals.act}" stroke-width="1.2" stroke-dasharray="3 2" d="${gap}"/>`;
  return `${beneath}${coloured(paths)}${place}<path fill="${minerals.act}" d="${coming}"/>`;
}

function coloured(paths: readonly string[]): string {
  return paths.map((path, mineral) => `<path fill="${minerals[byClass[mineral] ?? '']}" d="${path}"/>`).join('');
}

function said(text: string, rtl: boolean): string {
  return (rtl ? inArabic(text) : text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What a last line of one word costs, in parts of what an empty one does. */
const ALONE = 0.25;

interface Lines {
  readonly cost: number;
  readonly lines: readonly string[];
}

/** In lines of at most so many letters, unless a word is longer, and about as long as one another: no word stands alone below. */
function broken(text: string, most: number): readonly string[] {
  const words = text.split(' ');
  const best: Lines[] = [{ cost: 0, lines: [] }];
  words.forEach((_, last) => {
    const ways = best.flatMap(({ cost, lines }, first) => {
      const line = words.slice(first, last + 1).join(' ');
      if (line.length > most && first < last) return [];
      const alone = first > 0 && first === words.length - 1 ? ALONE * most ** 2 : 0;
      return [{ cost: cost + (most - line.length) ** 2 + alone, lines: [...lines, line] }];
    });
    best.push(ways.reduce((one, other) => (other.cost < one.cost ? other : one)));
  });
  return best.at(-1)?.lines ?? [];
}
