import { LRUCache } from 'lru-cache';
import { STRIP_WIDTH, stripPaths } from '../drawings/strip.ts';

/** Drawing one takes as long as a tenth of its page; the pages that are rendered often are few. */
const drawn = new LRUCache<string, string>({ max: 200 });

/** The strip of pieces that heads a page: drawn from the page's own address. */
export function MosaicStrip({ of }: { of: string }) {
  const paths = drawn.get(of) ?? draw(of);
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${STRIP_WIDTH} 20`}
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers of ours alone; what it is drawn from does not stand in it
      dangerouslySetInnerHTML={{ __html: paths }}
    />
  );
}

function draw(of: string): string {
  const paths = stripPaths(of)
    .map((path, index) => path && `<path class="c${index + 1}" d="${path}"></path>`)
    .join('');
  drawn.set(of, paths);
  return paths;
}
