import { inArabic } from '../site/charts/strip.tsx';
import { writtenOut } from './paints.ts';
import { paintOf } from './patterns.tsx';
import { HEIGHT, WIDTH } from './projection.ts';
import { IN_FILE, MapInFile, type WorldMapProps } from './world-map.tsx';

/** Categories in the order in which they are explained, each in words. */
export type MapLegend = readonly (readonly [category: string, words: string])[];

interface Props {
  readonly map: WorldMapProps;
  readonly legend: MapLegend;
  /** The legend runs with the reading; the map never does. */
  readonly rtl: boolean;
}

const COLUMNS = 2;
const ROW = 24;
const GAP = 18;
const SWATCH = { width: 28, height: 16 };
const BESIDE = SWATCH.width + 10;

/** A map to keep, with what its patterns mean beneath it. */
export function MapSheet({ map, legend, rtl }: Props) {
  const drawn = legend.filter(([category]) => map.patterns[category]);
  const rows = Math.ceil(drawn.length / COLUMNS);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${WIDTH} ${HEIGHT + GAP + rows * ROW}`}>
      <title>{map.title}</title>
      <MapInFile {...map} />
      {drawn.map(([category, words], index) => {
        const along = Math.floor(index / rows) * (WIDTH / COLUMNS);
        const top = HEIGHT + GAP + (index % rows) * ROW;
        return (
          <g key={category}>
            <rect
              {...SWATCH}
              {...paintOf(map.patterns[category], `${IN_FILE}-${category}`, writtenOut)}
              x={rtl ? WIDTH - along - SWATCH.width : along}
              y={top}
            />
            <text
              x={rtl ? WIDTH - along - BESIDE : along + BESIDE}
              y={top + 13}
              textAnchor={rtl ? 'end' : 'start'}
              direction="ltr"
            >
              {rtl ? inArabic(words) : words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
