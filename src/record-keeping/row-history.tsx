import type { RowVersion } from '../facts/revise.ts';
import type { View } from '../http/view.ts';
import { ChangedCells } from './changed-cells.tsx';
import type { Kind } from './kinds.ts';
import type { Recorded } from './recorded-rows.ts';

interface Props {
  readonly view: View;
  readonly recorded: Recorded;
  readonly kind: Kind;
  /** The latest first. */
  readonly versions: readonly RowVersion[];
}

/** Every revision of a row: when, who, why, and what it said before and after. */
export function History({ view, recorded, kind, versions }: Props) {
  return (
    <ol className="list" reversed>
      {versions.map((version, at) => {
        const before = versions[at + 1];
        const gap = before && before.until !== version.since;
        return (
          <li key={version.since}>
            <b>
              {view.t(before && !gap ? 'record-keeping.version.changed' : 'record-keeping.version.added', {
                revision: String(version.since),
              })}
            </b>
            <br />
            <bdi>{version.why}</bdi>
            <br />
            <small>
              <bdi>{version.who || view.t('record-keeping.program')}</bdi>, {view.moment(version.at)}
            </small>
            {before && (
              <ChangedCells
                view={view}
                recorded={recorded}
                dataset={kind.dataset}
                file={kind.file}
                before={before.fields}
                after={version.fields}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
