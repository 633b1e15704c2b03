import type { ReactNode } from 'react';
import { type Land, landShapes } from './lands.ts';
import { RADIUS } from './marks.ts';
import type { Palette } from './paints.ts';
import { pathOf, together } from './path.ts';
import { type Fills, type Paint, Pattern, paintOf } from './patterns.tsx';
import { edge } from './projection.ts';

/** Where a state stands, what it is called, and where one reads more. */
export interface LandPaint {
  readonly category: string;
  readonly label: string;
  readonly href: string;
}

interface Props {
  readonly lands: ReadonlyMap<string, LandPaint>;
  readonly patterns: Fills;
  /** Before the ids of the patterns: no other drawing on the page has it. */
  readonly prefix: string;
  readonly paint: Palette;
  /** Around a state's shape and its title. */
  readonly wrap: (state: LandPaint, paint: Paint, shape: ReactNode) => ReactNode;
}

/** Sea, land without a category, then the states: in the order of `lands`, those with a mark last and so on top. */
export function Drawing({ lands, patterns, prefix, paint, wrap }: Props) {
  const shapes = new Map(landShapes().flatMap((land) => (land.iso3 ? [[land.iso3, land]] : [])));
  const titles = [...lands].flatMap(([iso3, state]) => {
    const land = shapes.get(iso3);
    return land ? [{ land, state }] : [];
  });
  const silent = landShapes().filter(({ iso3 }) => iso3 === undefined || !lands.has(iso3));
  return (
    <>
      <defs>
        {Object.entries(patterns).map(([category, fill]) => (
          <Pattern key={category} fill={fill} id={`${prefix}-${category}`} paint={paint} />
        ))}
      </defs>
      <g fill={paint('wash')}>
        <path d={pathOf([edge()])} />
      </g>
      <g {...paintOf(undefined, '', paint)} strokeWidth=".5">
        <path d={together(silent.map(({ d }) => d))} />
      </g>
      <g strokeWidth=".5" strokeLinejoin="round">
        {titles
          .toSorted((one, other) => Number(isMarked(one.land)) - Number(isMarked(other.land)))
          .map(({ land, state }) =>
            wrap(state, paintOf(patterns[state.category], `${prefix}-${state.category}`, paint), <Shape land={land} />),
          )}
      </g>
    </>
  );
}

const isMarked = (land: Land) => land.mark !== undefined;

function Shape({ land: { d, mark } }: { land: Land }) {
  return (
    <>
      {d !== '' && <path d={d} />}
      {mark && (
        <circle
          {...(mark.drawn ? {} : { fill: 'none', stroke: 'none', pointerEvents: 'all' })}
          cx={mark.x}
          cy={mark.y}
          r={RADIUS}
        />
      )}
    </>
  );
}
