import type { Key } from '../../locales/words.ts';
import { knownBy, type Participant } from '../docket.ts';
import type { RecordView } from '../record-view.ts';
import { Timeline } from './timeline.tsx';

interface Props {
  readonly record: RecordView;
  readonly participants: readonly Participant[];
  /** What is said where none were ordered. */
  readonly none?: Key | undefined;
}

/** Reparations ordered by a day against these people; what victims may do where none were. */
export function Reparations({ record, participants, none = 'record.victims.none' }: Props) {
  const orders = participants.flatMap(({ events }) =>
    knownBy(events, record.on).filter(({ type }) => type === 'reparations-ordered'),
  );
  return (
    <div>
      <p>{record.view.t('record.victims.may')}</p>
      {orders.length === 0 ? (
        <p className="q">{record.view.t(none)}</p>
      ) : (
        <Timeline record={record} events={orders} about excerpt />
      )}
    </div>
  );
}
