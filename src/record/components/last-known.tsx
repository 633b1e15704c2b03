import type { Case } from '../docket.ts';
import { knownThroughOf } from '../docket.ts';
import type { RecordView } from '../record-view.ts';

/** Behind where somebody stands, or that nobody does: of which day that is, where the sources end before the day of the page. */
export function LastKnown({ record: { view, world, on }, of }: { record: RecordView; of?: Case }) {
  const through = knownThroughOf(world.docket, of ? { case: of.slug, situation: of.situation } : {});
  if (on <= through) return null;
  return <small className="q"> ({view.t('record.lastKnown', { day: view.day(through) })})</small>;
}
