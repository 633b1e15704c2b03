import { RING_SIZE, type RingDrawing } from '../drawings/mosaic-ring.ts';

export interface RingProps extends RingDrawing {
  /** What it shows, where no words beside it do. */
  readonly label?: string;
}

/** Of drawings that are kept, by their paths: a page is rendered more often than its picture changes. */
const drawn = new WeakMap<RingDrawing['paths'], string>();

/** The mark as a picture: a ring of pieces with an open place, and the piece that is just joining. */
export function Ring({ label, ...drawing }: RingProps) {
  return (
    <svg
      className="ring"
      viewBox={`0 0 ${RING_SIZE} ${RING_SIZE}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: numbers of ours alone
      dangerouslySetInnerHTML={{ __html: drawn.get(drawing.paths) ?? draw(drawing) }}
    />
  );
}

function draw({ paths, ground, gap, coming }: RingDrawing): string {
  const markup = [
    `<g class="ground">${byMineral(ground)}</g>`,
    byMineral(paths),
    `<path class="gap" d="${gap}"></path><path class="c7" d="${coming}"></path>`,
  ].join('');
  drawn.set(paths, markup);
  return markup;
}

function byMineral(paths: readonly string[]): string {
  return paths.map((path, index) => path && `<path class="c${index + 1}" d="${path}"></path>`).join('');
}
