import { useId } from 'react';
import { Drawing, type LandPaint } from './drawing.tsx';
import { ofThePage, writtenOut } from './paints.ts';
import type { Fills } from './patterns.tsx';
import { HEIGHT, WIDTH } from './projection.ts';

/** Before the ids of the patterns, where the map is a file. */
export const IN_FILE = 'map';

export interface WorldMapProps {
  readonly title: string;
  readonly description: string;
  /** By ISO 3166-1 alpha-3 (XKX for Kosovo), in the order in which the keyboard goes through them. Who is left out has no category. */
  readonly lands: ReadonlyMap<string, LandPaint>;
  /** By category, a word that can be a class: no two alike, so that each is told without its colour. */
  readonly patterns: Fills;
  /** East is on the right in every language. */
  readonly mirrored?: never;
}

/** The world by category, each state a link. Its styles are in map.css. */
export function WorldMap({ title, description, lands, patterns }: WorldMapProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing has no element of its own.
    <svg
      className="worldmap"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
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
        wrap={(state, paint, shape) => (
          <a key={state.href} className={`w-${state.category}`} href={state.href} {...paint}>
            <title>{state.label}</title>
            {shape}
          </a>
        )}
      />
    </svg>
  );
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
        wrap={(state, paint, shape) => (
          <g key={state.href} className={`w-${state.category}`} {...paint}>
            <title>{state.label}</title>
            {shape}
          </g>
        )}
      />
    </svg>
  );
}
