import type { ComponentChildren } from 'preact';
import { type Detail, FINE, type Land, landShapes, MIDDLE } from './lands.ts';
import { boxOf, RADIUS } from './marks.ts';
import type { Palette } from './paints.ts';
import { pathOf, together } from './path.ts';
import { type Fills, type Paint, Pattern, paintOf } from './patterns.tsx';
import { areaOf, edge, type Point, WIDTH } from './projection.ts';
import { isWithin, trimmedTo, type Window } from './regions.ts';

/** How a map is drawn. */
export interface Drawn {
  readonly detail: Detail;
  /** Points to a unit: shapes are written in whole ones, which are short. */
  readonly grid: number;
  /** States that nobody could hit are drawn with the others of their standing: without a way of their own, which a list has. */
  readonly smallTogether?: boolean;
}

/** No finer than two pixels of a desk's screen, half a one of a phone's, where a large or a small part of the map fills a page. */
const large: Drawn = { detail: MIDDLE, grid: 1.5 };
const small: Drawn = { detail: FINE, grid: 4 };
export const drawnIn = ({ width }: Window): Drawn => (width > 200 ? large : small);

/** Of a land with a larger part, islands smaller than this part of the drawing are left out: less than two pixels of a phone's screen. */
const SPECK = 1 / 25_000;

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
  readonly drawn: Drawn;
  /** Around a state's shape and its title. @param size the lesser of its width and height, in units of the map */
  readonly wrap: (state: LandPaint, paint: Paint, shape: ComponentChildren, size: number) => ComponentChildren;
  /** Around those that are drawn together, and around what can be hit of the sea beside them. */
  readonly wrapSmall?: ((shapes: ComponentChildren, of: 'marks' | 'sea') => ComponentChildren) | undefined;
}

/** Sea, land without a category, then the states: in the order of `lands`, those with a mark last and so on top. */
export function Drawing({ lands, patterns, prefix, paint, window, drawn, wrap, wrapSmall }: Props) {
  const { grid } = drawn;
  const seen = landsIn(window, drawn);
  const shapes = new Map(seen.flatMap((land) => (land.iso3 ? [[land.iso3, land]] : [])));
  const titles = [...lands].flatMap(([iso3, state]) => {
    const land = shapes.get(iso3);
    return land ? [{ land, state }] : [];
  });
  const shown = new Set(titles.map(({ state }) => state.category));
  const { own = [], shared = [] } = Object.groupBy(titles, ({ land }) =>
    drawn.smallTogether && isMarked(land) ? 'shared' : 'own',
  );
  const paintIn = (category: string) => paintOf(patterns[category], `${prefix}-${category}`, paint);
  const silent = seen.filter(({ iso3 }) => iso3 === undefined || !lands.has(iso3));
  return (
    <g transform={`scale(${1 / grid})`}>
      <defs>
        {Object.entries(patterns)
          .filter(([category]) => shown.has(category))
          .map(([category, fill]) => (
            <Pattern key={category} fill={fill} id={`${prefix}-${category}`} paint={paint} grid={grid} />
          ))}
      </defs>
      <g fill={paint('wash')}>
        <path d={pathOf([onGrid(trimmedTo(window, edge()), grid)], 1)} />
      </g>
      <g {...paintOf(undefined, '', paint)} strokeWidth={0.5 * grid}>
        <path d={together(silent.map(({ d }) => d))} />
      </g>
      {shared.length > 0 &&
        wrapSmall?.(
          <path
            d={aims(
              shared.map(({ land }) => land),
              grid,
            )}
          />,
          'sea',
        )}
      <g strokeWidth={0.5 * grid} strokeLinejoin="round">
        {own
          .toSorted((one, other) => Number(isMarked(one.land)) - Number(isMarked(other.land)))
          .map(({ land, state }) =>
            wrap(
              state,
              paintIn(state.category),
              <Shape
                land={land}
                grid={grid}
                radius={radiusIn(window)}
                aimed={state.href !== undefined && window.width < WIDTH}
              />,
              sizeOf(land),
            ),
          )}
        {shared.length > 0 &&
          (wrapSmall ?? only)(
            [...Map.groupBy(shared, ({ state }) => state.category)].map(([category, states]) => (
              <g key={category} className={`w-${category}`} {...paintIn(category)}>
                <Small lands={states.map(({ land }) => land)} grid={grid} radius={radiusIn(window)} />
              </g>
            )),
            'marks',
          )}
      </g>
    </g>
  );
}

const isMarked = (land: Land) => land.mark !== undefined;
const only = (shapes: ComponentChildren) => shapes;

/** Where marks are, as points: their line makes them as large as what can be hit. */
function aims(lands: readonly Land[], grid: number): string {
  return lands
    .map(({ mark }) => (mark ? `M${Math.round(mark.x * grid)} ${Math.round(mark.y * grid)}h.1` : ''))
    .join('');
}

/** All of which anything is seen in a part of the map, drawn on its grid. */
function landsIn(window: Window, { detail, grid }: Drawn): Land[] {
  return landShapes(detail).flatMap((land) => within(land, window, grid));
}

function onGrid(ring: readonly Point[], grid: number): Point[] {
  return ring.map(([x, y]) => [x * grid, y * grid]);
}

/** The land with those of its shapes that may be seen in a part of the map; nothing where none is. */
function within(land: Land, window: Window, grid: number): Land[] {
  const { mark } = land;
  const speck = window.width * window.height * SPECK;
  const rings = land.rings.filter((ring, at) => isWithin(window, ring) && (at === 0 || areaOf(ring) >= speck));
  const marked = mark && isWithin(window, [[mark.x, mark.y]]);
  if (rings.length === 0 && !marked) return [];
  const d = pathOf(
    rings.map((ring) => onGrid(trimmedTo(window, ring), grid)),
    1,
  );
  return [{ ...land, rings, d, mark: marked ? mark : undefined }];
}

const written = (length: number) => Math.round(length * 10) / 10;

function sizeOf({ rings: [largest] }: Land): number {
  if (!largest) return 0;
  const [left, top, right, bottom] = boxOf(largest);
  return Math.min(right - left, bottom - top);
}

/** A mark is no larger where the map is drawn larger. */
function radiusIn({ width }: Window): number {
  return Math.round(RADIUS * Math.sqrt(width / WIDTH) * 10) / 10;
}

/** Lands too small to be hit: a mark where it shows more than the shape does, else the shape. */
function Small({ lands, grid, radius }: { lands: readonly Land[]; grid: number; radius: number }) {
  const shapes = lands.flatMap(({ mark, d }) => (mark?.drawn || d === '' ? [] : [d]));
  return (
    <>
      {shapes.length > 0 && <path d={together(shapes)} />}
      {lands.map(({ iso3, mark }) =>
        mark?.drawn ? (
          <circle key={iso3} cx={Math.round(mark.x * grid)} cy={Math.round(mark.y * grid)} r={written(radius * grid)} />
        ) : null,
      )}
    </>
  );
}

interface ShapeProps {
  readonly land: Land;
  readonly grid: number;
  readonly radius: number;
  /** Its mark is hit within 24 px of a screen, however small it is drawn. */
  readonly aimed: boolean;
}

/** A land, and the mark of a small one. */
function Shape({ land: { d, mark }, grid, radius, aimed }: ShapeProps) {
  const [x, y] = [written((mark?.x ?? 0) * grid), written((mark?.y ?? 0) * grid)];
  return (
    <>
      {d !== '' && <path d={d} />}
      {mark && (
        <circle
          {...(mark.drawn ? {} : { fill: 'none', stroke: 'none', pointerEvents: 'all' })}
          cx={x}
          cy={y}
          r={written(radius * grid)}
        />
      )}
      {mark && aimed && <line x1={x} y1={y} x2={x} y2={y + 0.01} />}
    </>
  );
}
