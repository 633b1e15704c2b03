import { PROOF } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';

/**
 * Inside a form that a busy network sent: works and sends again by itself; without JavaScript, says to wait and press again.
 * @param asked what `guardAction` answered
 */
export function ProofOfWork({ view, proof }: { view: View; proof: { readonly challenge: object } | undefined }) {
  if (!proof) return null;
  return (
    <div className="sum">
      <p>
        <strong>{view.t('site.busy.title')}</strong>
      </p>
      <proof-of-work data-challenge={JSON.stringify(proof.challenge)} data-working={view.t('site.busy.working')}>
        <span role="status">{view.t('site.busy.wait')}</span>
        <input type="hidden" name={PROOF} value="" />
      </proof-of-work>
    </div>
  );
}
