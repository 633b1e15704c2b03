import { recordAddresses } from '../addresses.ts';
import type { Case } from '../docket.ts';
import { caseName, situationName } from '../names.ts';
import type { RecordView } from '../record-view.ts';

/** The way from the record to a case, or with `whole` to what stands below the case. */
export function Trail({ record, of, whole }: { record: RecordView; of: Case; whole?: boolean }) {
  const { view, world, linkDay } = record;
  const situation = world.docket.situations.get(of.situation);
  return (
    <>
      <a href={recordAddresses.record(view.lang, linkDay)}>{view.t('record.nav')}</a>
      {situation && (
        <>
          {' › '}
          <a href={recordAddresses.situation(view.lang, situation.slug, linkDay)}>
            {situationName(view.lang, situation)}
          </a>
        </>
      )}
      {whole && (
        <>
          {' › '}
          <a href={recordAddresses.case(view.lang, of.slug, linkDay)}>{caseName(view.lang, of)}</a>
        </>
      )}
    </>
  );
}
