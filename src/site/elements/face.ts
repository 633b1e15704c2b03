/**
 * Brings the faces of headings where no style does so. What the browser has kept is there before the first heading is painted; else it
 * comes after the page, on a quick line alone. Nothing that was painted moves for it: what would move keeps the system's face until the
 * next page.
 */
const { latin, arabic } = document.querySelector<HTMLElement>('[data-latin]')?.dataset ?? {};
/** Above it the style sheet brings the Latin one. */
const PHONE = '(max-width:47.99rem)';
/** Milliseconds in which a page of a first flight arrives, from its first byte to its last, on a line that has none to spare. */
const SLOW = 500;

async function bring(family: string, url: string, cache: RequestCache): Promise<void> {
  const response = await fetch(url, { cache, mode: 'same-origin' });
  if (!response.ok) throw new Error(response.statusText);
  const face = await new FontFace(family, await response.arrayBuffer(), { weight: '600' }).load();
  const before = heights();
  document.fonts.add(face);
  if (performance.getEntriesByName('first-contentful-paint').length > 0 && heights() !== before)
    document.fonts.delete(face);
}

function heights(): string {
  return Array.from(
    document.querySelectorAll<HTMLElement>('h1,h2,h3,header,main'),
    ({ offsetHeight }) => offsetHeight,
  ).join();
}

function lineIsQuick(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  if (connection?.saveData || connection?.effectiveType?.endsWith('2g')) return false;
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page !== undefined && page.responseEnd - page.responseStart < SLOW;
}

function afterThePage(begin: () => void): void {
  if (document.readyState === 'complete') begin();
  else addEventListener('load', () => setTimeout(begin));
}

for (const [family, url] of [
  ['Vollkorn', matchMedia(PHONE).matches ? latin : undefined],
  ['Amiri', arabic],
] as const)
  if (url)
    bring(family, url, 'only-if-cached').catch(() =>
      afterThePage(() => {
        // Without it the system's face stays, which is no failure.
        if (lineIsQuick()) bring(family, url, 'default').catch(() => {});
      }),
    );
