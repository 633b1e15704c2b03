import { STRIP_WIDTH, stripPaths } from '../drawings/strip.ts';

/** The strip of pieces that heads a page: drawn from the page's own address. */
export function MosaicStrip({ of }: { of: string }) {
  return (
    <svg className="strip" viewBox={`0 0 ${STRIP_WIDTH} 20`} preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      {stripPaths(of).map((path, index) => path && <path key={path} className={`c${index + 1}`} d={path} />)}
    </svg>
  );
}
