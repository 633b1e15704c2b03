import type { View } from '../http/view.ts';

/** Over what would change now: somebody revised the record since it was looked at. */
export function RevisedElsewhere({ view }: { view: View }) {
  return (
    <div className="sum" role="alert">
      <h2>{view.t('record-keeping.elsewhere')}</h2>
      <p>{view.t('record-keeping.elsewhere.text')}</p>
    </div>
  );
}
