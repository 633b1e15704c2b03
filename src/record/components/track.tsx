import type { View } from '../../http/view.ts';
import type { Piece } from '../../site/charts/strip.tsx';
import { Downloads } from './downloads.tsx';

interface Props {
  readonly view: View;
  readonly pieces: readonly Piece[];
  /** Under which name it is there as a drawing. */
  readonly file?: string;
  readonly linkDay?: string | undefined;
}

/** A way as a strip of pieces: laid where a step was reached, a gap where not, and a piece of its own where it ended. */
export function Track({ view, pieces, file, linkDay }: Props) {
  return (
    <>
      <ol className="track">
        {pieces.map(({ label, said, kind }) => (
          <li key={label} className={kind === 'open' ? undefined : kind}>
            <span>{label}</span> <small>{said}</small>
          </li>
        ))}
      </ol>
      {file && <Downloads view={view} name={file} on={linkDay} />}
    </>
  );
}
