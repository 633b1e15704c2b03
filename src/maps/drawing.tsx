import type { ReactNode } from 'react';
import { type Land, landShapes } from './lands.ts';
import { boxOf, RADIUS } from './marks.ts';
import type { Palette } from './paints.ts';
import { pathOf, together } from './path.ts';
import { type Fills, type Paint, Pattern, paintOf } from './patterns.tsx';
import { edge, WIDTH } from './projection.ts';
import { isWithin, trimmedTo, type Window } from './regions.ts';

/** Points to a unit where a part of the map fills a page: about a pixel of a desk's screen. */
const gridIn = ({ width }: Window) => (width === WIDTH ? 10 : width > 200 ? 2.5 : 5);

/** Where a state stands, what it is called, and where one reads more. */
export interface LandPaint {
  readonly category: string;
  readonly label: string;
  /** Without it the land is drawn, and leads nowhere. */
  readonly href?: string | undefined;
}

interface Props {
  readonly lands: ReadonlyMap<string, LandPaint>;
  readonly patterns: Fills;
  /** Before the ids of the patterns: no other drawing on the page has it. */
  readonly prefix: string;
  readonly paint: Palette;
  /** Shapes that lie outside are left out. */
  readonly window: Window;
  /** Around a state's shape and its title. @param size the lesser of its width and height, in units of the map */
  readonly wrap: (state: LandPaint, paint: Paint, shape: ReactNode, size: number) => ReactNode;
}

/** Sea, land without a category, then the states: in the order of `lands`, those with a mark last and so on top. */
export function Drawing({ lands, patterns, prefix, paint, window, wrap }: Props) {
  const drawn = landsIn(window);
  const shapes = new Map(drawn.flatMap((land) => (land.iso3 ? [[land.iso3, land]] : [])));
  const titles = [...lands].flatMap(([iso3, state]) => {
    const land = shapes.get(iso3);
    return land ? [{ land, state }] : [];
  });
  const shown = new Set(titles.map(({ state }) => state.category));
  const silent = drawn.filter(({ iso3 }) => iso3 === undefined || !lands.has(iso3));
  return (
    <>
      <defs>
        {Object.entries(patterns)
          .filter(([category]) => shown.has(category))
          .map(([category, fill]) => (
            <Pattern key={category} fill={fill} id={`${prefix}-${category}`} paint={paint} />
          ))}
      </defs>
      <g fill={paint('wash')}>
        <path d={pathOf([trimmedTo(window, edge())], gridIn(window))} />
      </g>
      <g {...paintOf(undefined, '', paint)} strokeWidth=".5">
        <path d={together(silent.map(({ d }) => d))} />
      </g>
      <g strokeWidth=".5" strokeLinejoin="round">
        {titles
          .toSorted((one, other) => Number(isMarked(one.land)) - Number(isMarked(other.land)))
          .map(({ land, state }) =>
            wrap(
              state,
              paintOf(patterns[state.category], `${prefix}-${state.category}`, paint),
              <Shape land={land} radius={radiusIn(window)} aimed={state.href !== undefined && window.width < WIDTH} />,
              sizeOf(land),
            ),
          )}
      </g>
    </>
  );
}

const isMarked = (land: Land) => land.mark !== undefined;

/** All of which anything is seen in a part of the map. */
export function landsIn(window: Window): Land[] {
  return landShapes().flatMap((land) => within(land, window));
}

/** The land with those of its shapes that may be seen in a part of the map; nothing where none is. */
function within(land: Land, window: Window): Land[] {
  if (window.width === WIDTH) return [land];
  const { mark } = land;
  const rings = land.rings.filter((ring) => isWithin(window, ring));
  const marked = mark && isWithin(window, [[mark.x, mark.y]]);
  if (rings.length === 0 && !marked) return [];
  const d = pathOf(
    rings.map((ring) => trimmedTo(window, ring)),
    gridIn(window),
  );
  return [{ ...land, rings, d, mark: marked ? mark : undefined }];
}

function sizeOf({ rings: [largest] }: Land): number {
  if (!largest) return 0;
  const [left, top, right, bottom] = boxOf(largest);
  return Math.min(right - left, bottom - top);
}

/** A mark is no larger where the map is drawn larger. */
function radiusIn({ width }: Window): number {
  return Math.round(RADIUS * Math.sqrt(width / WIDTH) * 10) / 10;
}

/** @param aimed its mark is hit within 24 px of a screen, however small it is drawn */
function Shape({ land: { d, mark }, radius, aimed }: { land: Land; radius: number; aimed: boolean }) {
  return (
    <>
      {d !== '' && <path d={d} />}
      {mark && (
        <circle
          {...(mark.drawn ? {} : { fill: 'none', stroke: 'none', pointerEvents: 'all' })}
          cx={mark.x}
          cy={mark.y}
          r={radius}
        />
      )}
      {mark && aimed && <line x1={mark.x} y1={mark.y} x2={mark.x} y2={mark.y + 0.01} />}
    </>
  );
}
