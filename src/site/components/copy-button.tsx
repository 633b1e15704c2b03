import type { View } from '../../http/view.ts';

/** Copies the text of an element by its id; shown only where JavaScript is there to do it. */
export function CopyButton({ view, of }: { view: View; of: string }) {
  return (
    <copy-button data-of={of} data-done={view.t('site.copied')} hidden>
      <button type="button" className="go o small">
        {view.t('site.copy')}
      </button>
    </copy-button>
  );
}
