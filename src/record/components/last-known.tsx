import type { Case } from '../docket.ts';
import { knownThroughOf } from '../docket.ts';
import type { RecordView } from '../record-view.ts';

interface Props {
  readonly record: RecordView;
  readonly of?: Case | undefined;
}

/** Behind where somebody stands, or that nobody does: of which day that is, where the sources end before the day of the page. */
export function LastKnown({ record, of }: Props) {
  const said = sayLastKnown(record, of);
  return (
    said && (
      <>
        {' '}
        <small className="q">{said}</small>
      </>
    )
  );
}

/** The same as a sentence. */
export function sayLastKnown({ view, world, on }: RecordView, of?: Case): string | undefined {
  const through = knownThroughOf(world.docket, of ? { case: of.slug, situation: of.situation } : {});
  return on > through ? view.t('record.lastKnown', { day: view.day(through) }) : undefined;
}
