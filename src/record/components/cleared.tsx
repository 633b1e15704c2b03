import type { Participant } from '../docket.ts';
import { laterCleared } from '../participant-standing.ts';
import type { RecordView } from '../record-view.ts';

/** Beside a name that a past day shows: that it was cleared since. */
export function Cleared({ record, participant }: { record: RecordView; participant: Participant }) {
  const cleared = laterCleared(participant, record.on, record.requested.today);
  return cleared ? <small className="cleared"> ({record.view.t(`record.later.${cleared}`)})</small> : null;
}
