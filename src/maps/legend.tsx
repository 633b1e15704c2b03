import { useId } from 'preact/hooks';
import type { MapLegend } from './map-sheet.tsx';
import { type MosaicLaid, PieceOf } from './mosaic-overview.tsx';
import { ofThePage } from './paints.ts';
import { type Fills, Pattern, paintOf } from './patterns.tsx';

/** What the map's patterns mean, each drawn as on the map. */
export function Legend({ fills, words }: { fills: Fills; words: MapLegend }) {
  const id = useId();
  return (
    <ul className="legend">
      {words.map(([category, said]) => {
        const fill = fills[category];
        return fill ? (
          <li key={category}>
            <svg className="worldmap" viewBox="0 0 16 12" aria-hidden="true">
              <defs>
                <Pattern fill={fill} id={`${id}-${category}`} paint={ofThePage} />
              </defs>
              <g {...paintOf(fill, `${id}-${category}`, ofThePage)}>
                <path d="M.5.5h15v11h-15z" />
              </g>
            </svg>
            {said}
          </li>
        ) : null;
      })}
    </ul>
  );
}

interface MosaicLegendProps {
  readonly map: MosaicLaid;
  readonly words: MapLegend;
  /** What land without a category is, where that does not go without saying. */
  readonly ground?: string;
}

/** The same for a mosaic: what its pieces mean, only those that are laid. */
export function MosaicLegend({ map: { lands, patterns }, words, ground }: MosaicLegendProps) {
  const laid = new Set([...lands.values()].map(({ category }) => category));
  return (
    <ul className="legend">
      {words.map(([category, said]) => {
        const fill = patterns[category];
        return fill && laid.has(category) ? (
          <li key={category}>
            <PieceOf fill={fill} />
            {said}
          </li>
        ) : null;
      })}
      {ground && (
        <li>
          <PieceOf />
          {ground}
        </li>
      )}
    </ul>
  );
}
