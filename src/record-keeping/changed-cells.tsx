import type { DatasetName, Fields } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { columnLabel } from './column-label.ts';
import { shapeNamed } from './kinds.ts';
import type { Recorded } from './recorded-rows.ts';
import { cellText } from './row-name.ts';

interface Props {
  readonly view: View;
  readonly recorded: Recorded;
  readonly dataset: DatasetName;
  readonly file: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** What the cells of a row said before and say after, where that differs: of one that begins or ends, all that it says. */
export function ChangedCells({ view, recorded, dataset, file, before, after }: Props) {
  const columns = Object.keys(shapeNamed(dataset, file).row.shape);
  const names = columns.filter((name) => (before?.[name] ?? '') !== (after?.[name] ?? ''));
  if (names.length === 0) return null;
  const said = (row: Fields | null, name: string) => cellText(view, recorded, name, row?.[name] ?? '');
  const saidAfter = (name: string) => <bdi>{said(after, name)}</bdi>;
  return (
    <dl className="details">
      {names.map((name) => (
        <div key={name}>
          <dt>{columnLabel(view, name)}</dt>
          <dd>
            {before && said(before, name) && (
              <>
                <del>
                  <bdi>{said(before, name)}</bdi>
                </del>{' '}
              </>
            )}
            {after && said(after, name) && (before ? <ins>{saidAfter(name)}</ins> : saidAfter(name))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
