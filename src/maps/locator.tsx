import { type Land, landShapes } from './lands.ts';
import { type Box, boxOf } from './marks.ts';
import { pathOf } from './path.ts';
import { areaOf, HEIGHT, type Point, WIDTH } from './projection.ts';
import { isWithin, viewBoxOf, type Window } from './regions.ts';

/** The least width of the drawing in units of the map, and how much wider than its land it is: enough to tell what is around. */
const LEAST = 150;
const WIDER = 2;
const RATIO = 2 / 3;
/** Of what is around, islands smaller than this part of the drawing are left out. */
const SPECK = 1 / 1_500;
/** How large a land is at least, as a part of the width; a smaller one has a ring around it. */
const SEEN = 1 / 28;

/** Where a state is, among its neighbours; a small one has a ring around it. Nothing where the map has none of it. */
export function Locator({ iso3, label }: { iso3: string; label: string }) {
  const land = landShapes().find((one) => one.iso3 === iso3);
  if (!land || (!land.mark && land.rings.length === 0)) return null;
  const [left, top, right, bottom] = boxIn(land);
  const window = around([left, top, right, bottom]);
  const small = right - left < window.width * SEEN && bottom - top < window.width * SEEN;
  const grid = gridOf(window);
  const others = landShapes().filter((one) => one !== land);
  return (
    <svg className="locator" viewBox={viewBoxOf(window)} role="img" aria-label={label}>
      <g className="c6 faint">
        <path
          d={pathOf(
            others.flatMap(({ rings }) => rings.filter((ring) => isSeen(window, ring))),
            grid,
          )}
        />
      </g>
      <path
        d={pathOf(
          land.rings.filter((ring) => isWithin(window, ring)),
          small ? undefined : grid,
        )}
      />
      {small && (
        <circle cx={Math.round((left + right) / 2)} cy={Math.round((top + bottom) / 2)} r={window.width / 36} />
      )}
    </svg>
  );
}

/** Coarser the more of the world is drawn: borders need no more points than can be told apart. */
function gridOf({ width }: Window): number {
  if (width < 160) return 2;
  return width < 400 ? 1 : 0.5;
}

function isSeen(window: Window, ring: readonly Point[]): boolean {
  return isWithin(window, ring) && areaOf(ring) >= window.width * window.height * SPECK;
}

/** What its largest part takes; where it has none, its mark. */
function boxIn({ rings: [largest], mark }: Land): Box {
  if (largest) return boxOf(largest);
  return [mark?.x ?? 0, mark?.y ?? 0, mark?.x ?? 0, mark?.y ?? 0];
}

/** What is around, within the map. */
function around([left, top, right, bottom]: Box): Window {
  const width = Math.min(WIDTH, Math.max(LEAST, (right - left) * WIDER, ((bottom - top) / RATIO) * 1.3));
  const height = Math.min(HEIGHT, width * RATIO);
  const clamped = (at: number, most: number) => Math.max(0, Math.min(most, at));
  return {
    left: clamped((left + right - width) / 2, WIDTH - width),
    top: clamped((top + bottom - height) / 2, HEIGHT - height),
    width,
    height,
  };
}
