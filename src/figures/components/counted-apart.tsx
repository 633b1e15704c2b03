import type { RecordView } from '../../record/record-view.ts';
import { countedApart } from '../counted-apart.ts';
import { peopleInAll } from '../people-in-all.ts';

/** Beside numbers that seem to contradict each other, why they don't. */
export function CountedApart({ record }: { record: RecordView }) {
  const said = [peopleInAll(record), countedApart(record)].filter(Boolean).join(' ');
  return said && <p className="q s read">{said}</p>;
}
