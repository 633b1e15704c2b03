import { RING_SIZE, type RingDrawing } from '../drawings/mosaic-ring.ts';

export interface RingProps extends RingDrawing {
  /** What it shows, where no words beside it do. */
  readonly label?: string;
}

/** The mark as a picture: a ring of pieces with an open place, and the piece that is just joining. */
export function Ring({ paths, ground, gap, coming, label }: RingProps) {
  return (
    <svg
      className="ring"
      viewBox={`0 0 ${RING_SIZE} ${RING_SIZE}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <g className="ground">{byMineral(ground)}</g>
      {byMineral(paths)}
      <path className="gap" d={gap} />
      <path className="c7" d={coming} />
    </svg>
  );
}

function byMineral(paths: readonly string[]) {
  return paths.map((path, index) => path && <path key={path} className={`c${index + 1}`} d={path} />);
}
