import type { Fields } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { columnLabel } from './column-label.ts';
import type { Recorded } from './recorded-rows.ts';
import { cellText } from './row-name.ts';

interface Props {
  readonly view: View;
  readonly recorded: Recorded;
  readonly names: readonly string[];
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** What some cells said before and say after. */
export function ChangedCells({ view, recorded, names, before, after }: Props) {
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
