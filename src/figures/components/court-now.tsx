import { recordAddresses } from '../../record/addresses.ts';
import { LastKnown } from '../../record/components/last-known.tsx';
import type { RecordView } from '../../record/record-view.ts';
import { type FigureId, valueOn } from '../figures.ts';

/** What the Court is doing on a day, in two sentences of which each number leads to its list. */
export function CourtNow({ record }: { record: RecordView }) {
  const { view, world, on } = record;
  const counted = (id: FigureId, things: 'situations' | 'trials' | 'people') => (
    <a href={recordAddresses.figure(view.lang, id, on)}>
      {view.t(`record.court.${things}`, { count: valueOn(world, id, on) })}
    </a>
  );
  return (
    <>
      {view.rich('record.court.now', {
        situations: counted('situations-under-investigation', 'situations'),
        trials: counted('trials-to-verdict', 'trials'),
        people: counted('warrants-not-executed', 'people'),
      })}
      <LastKnown record={record} />
    </>
  );
}
