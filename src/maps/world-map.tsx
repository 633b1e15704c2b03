import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Drawing, type Drawn, drawnIn, type LandPaint } from './drawing.tsx';
import { COARSE, FINE, landShapes } from './lands.ts';
import { ofThePage, writtenOut } from './paints.ts';
import type { Fills } from './patterns.tsx';
import { HEIGHT, WIDTH } from './projection.ts';
import { viewBoxOf, type Window } from './regions.ts';

/** Before the ids of the patterns, where the map is a file. */
export const IN_FILE = 'map';

export interface WorldMapProps {
  readonly title: string;
  readonly description: string;
  /** By ISO 3166-1 alpha-3 (XKX for Kosovo), in the order in which the keyboard goes through them. Who is left out has no category. */
  readonly lands: ReadonlyMap<string, LandPaint>;
  /** By category, a word that can be a class: no two alike, so that each is told without its colour. */
  readonly patterns: Fills;
  /** The part of the world that is drawn; all of it where it is left out. */
  readonly window?: Window | undefined;
  /** Where the states are listed that are drawn together, on the whole map, because nobody could hit them. */
  readonly small?: { readonly href: string; readonly label: string } | undefined;
  /** East is on the right in every language. */
  readonly mirrored?: never;
}

/** The whole map: what can be told apart on a desk's screen, and what is still sharp on a poster. */
const onPage: Drawn = { detail: COARSE, grid: 0.7, smallTogether: true };
const inPrint: Drawn = { detail: FINE, grid: 10 };

/** The whole map. */
const WORLD: Window = { left: 0, top: 0, width: WIDTH, height: HEIGHT };

/** Whether a state has no way of its own on the whole map: nobody could hit it, or it is not drawn at all. */
export function isSmallOnTheWorld(iso3: string): boolean {
  const land = landShapes().find((one) => one.iso3 === iso3);
  return land === undefined || land.mark !== undefined;
}

/** The world or a part of it by standing, each state that has an address a link. Its styles are in map.css. */
export function WorldMap({ title, description, lands, patterns, window = WORLD, small }: WorldMapProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing has no element of its own.
    <svg
      className="worldmap"
      viewBox={viewBoxOf(window)}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <Drawing
        lands={lands}
        patterns={patterns}
        prefix={id}
        paint={ofThePage}
        window={window}
        drawn={window === WORLD ? onPage : drawnIn(window)}
        wrap={(state, paint, shape, size) =>
          state.href ? (
            <a key={state.href} className={linkClass(state, size / window.width)} href={state.href} {...paint}>
              <title>{state.label}</title>
              {shape}
            </a>
          ) : (
            <g key={state.label} className={`w-${state.category}`} {...paint}>
              <title>{state.label}</title>
              {shape}
            </g>
          )
        }
        wrapSmall={
          small &&
          ((shapes, of) =>
            of === 'sea' ? <Sea href={small.href} shapes={shapes} /> : <Marks {...small} shapes={shapes} />)
        }
      />
    </svg>
  );
}

/** For pointers alone: the marks are the same link, for everybody. */
const forPointers = { tabIndex: -1, 'aria-hidden': true } as const;

function Sea({ href, shapes }: { href: string; shapes: ComponentChildren }) {
  return (
    <a className="aim" href={href} {...forPointers}>
      {shapes}
    </a>
  );
}

function Marks({ href, label, shapes }: { href: string; label: string; shapes: ComponentChildren }) {
  return (
    <a href={href}>
      <title>{label}</title>
      {shapes}
    </a>
  );
}

/** Below this part of the map's width a land can't be hit by a thumb on a phone of 360 px: 24 px of 328 (WCAG 2.5.8). */
const THUMB = 24 / 328;

function linkClass({ category }: LandPaint, part: number): string {
  return part < THUMB ? `w-${category} tiny` : `w-${category}`;
}

/** The same for a file of its own: without links, in the light colours, written out. */
export function MapInFile({ title, description, lands, patterns }: WorldMapProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-labelledby="title"
      aria-describedby="desc"
    >
      <title id="title">{title}</title>
      <desc id="desc">{description}</desc>
      <rect width={WIDTH} height={HEIGHT} fill={writtenOut('paper')} />
      <Drawing
        lands={lands}
        patterns={patterns}
        prefix={IN_FILE}
        paint={writtenOut}
        window={WORLD}
        drawn={inPrint}
        wrap={(state, paint, shape) => (
          <g key={state.label} className={`w-${state.category}`} {...paint}>
            <title>{state.label}</title>
            {shape}
          </g>
        )}
      />
    </svg>
  );
}
