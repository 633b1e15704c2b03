import type { RecordView } from '../../record/record-view.ts';
import { countedApart } from '../counted-apart.ts';

/** Beside two numbers that seem to contradict each other, why they don't. */
export function CountedApart({ record }: { record: RecordView }) {
  const said = countedApart(record);
  return said && <p className="q s read">{said}</p>;
}
