import type { Locator, Page } from 'playwright-core';

/** A picture's RGB triples, one after the other. */
type Pixels = readonly number[];

const SWATCH = 24;
const DRAWING = 160;
/** The share of pixels in which two entries differ at least; fewer do where edges are smoothed. */
const APART = 0.06;
/** Of an entry's area; smaller spots are smoothed edges. */
const SPOT = 0.2;
/** Of 255, in each of red, green and blue. */
const SHADE = 24;

/**
 * Where colours are forced, by which somebody sees better: entries of a page's legends that look like another one, or have a colour that is
 * in no drawing of the page.
 * @param blank a page on which scripts may run, to read pictures with
 */
export async function legendProblems(page: Page, blank: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const problems: string[] = [];
  const drawings: Pixels[] = [];
  const legends = await page.locator('.legend').all();
  if (legends.length > 0)
    for (const one of await page.locator('main svg, main img').all())
      if (((await one.boundingBox())?.width ?? 0) > 100) drawings.push(await pixelsOf(one, blank, DRAWING));
  for (const legend of legends) {
    const entries: Pixels[] = [];
    for (const one of await legend.locator('svg').all()) entries.push(await pixelsOf(one, blank, SWATCH));
    problems.push(...entries.flatMap((entry, at) => wrongWith(entry, at, entries, drawings)));
  }
  await page.emulateMedia({ forcedColors: 'none' });
  return problems;
}

function wrongWith(entry: Pixels, at: number, entries: readonly Pixels[], drawings: readonly Pixels[]): string[] {
  const twin = entries.findIndex((other, index) => index < at && difference(entry, other) < APART);
  const strange = mainColours(entry).filter((colour) => !drawings.some((one) => share(one, colour) > 0));
  return [
    ...(twin >= 0 ? [`entry ${at + 1} of a legend looks like entry ${twin + 1}`] : []),
    ...strange.map((colour) => `entry ${at + 1} of a legend: ${colour.join(' ')} is in no drawing`),
  ];
}

async function pixelsOf(element: Locator, blank: Page, side: number): Promise<Pixels> {
  const picture = (await element.screenshot({ animations: 'disabled' })).toString('base64');
  const bytes = await blank.evaluate(
    async ([source, size]) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      const drawn = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true });
      if (drawn) drawn.imageSmoothingEnabled = false;
      drawn?.drawImage(bitmap, 0, 0, size, size);
      return [...(drawn?.getImageData(0, 0, size, size).data ?? [])];
    },
    [picture, side] as const,
  );
  return bytes.filter((_, at) => at % 4 < 3);
}

function difference(one: Pixels, other: Pixels): number {
  const count = one.length / 3;
  let apart = 0;
  for (let at = 0; at < one.length; at += 3) if (!near(one, at, other.slice(at, at + 3))) apart += 1;
  return apart / count;
}

function share(pixels: Pixels, colour: Pixels): number {
  let found = 0;
  for (let at = 0; at < pixels.length; at += 3) if (near(pixels, at, colour)) found += 1;
  return (3 * found) / pixels.length;
}

function near(pixels: Pixels, at: number, colour: Pixels): boolean {
  return colour.every((value, part) => Math.abs(value - (pixels[at + part] ?? 0)) <= SHADE);
}

function mainColours(pixels: Pixels): Pixels[] {
  const seen = new Map<string, Pixels>();
  for (let at = 0; at < pixels.length; at += 3) seen.set(pixels.slice(at, at + 3).join(), pixels.slice(at, at + 3));
  return [...seen.values()].filter((colour) => share(pixels, colour) >= SPOT);
}
