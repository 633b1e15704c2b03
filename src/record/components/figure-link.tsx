import { links } from '../../site/links.ts';
import type { View } from '../../site/view.ts';
import { figureTitle } from '../figures/figure-words.ts';
import { type FigureId, type FigureOn, numberOn } from '../figures/figures.ts';
import type { RecordView } from '../record-view.ts';

/** A number as it is said: with "at least" where its list may not be complete. */
export function sayValue(view: View, { value, atLeast }: Pick<FigureOn, 'value' | 'atLeast'>): string {
  return atLeast ? view.t('record.figure.atLeast', { value }) : view.number(value);
}

/** A figure that leads to the list behind it. */
export function FigureLink({ record, id }: { record: RecordView; id: FigureId }) {
  return (
    <a href={links.figure(record.view.lang, id, record.on)}>
      {sayValue(record.view, numberOn(record.world, id, record.on))}
    </a>
  );
}

/** A row of figures, each number large and a link, its title under it. */
export function FigureRow({ record, ids }: { record: RecordView; ids: readonly FigureId[] }) {
  return (
    <dl className="figures">
      {ids.map((id) => (
        <div key={id}>
          <dt>{figureTitle(record.view, id)}</dt>
          <dd>
            <FigureLink record={record} id={id} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
