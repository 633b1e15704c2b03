import type { View } from '../../http/view.ts';
import { CopyButton } from './copy-button.tsx';

/** What somebody wrote into a form that can't take it any more: it is theirs, to copy. Nothing where they wrote nothing. */
export function TextToCopy({ view, texts }: { view: View; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section>
      <h2>{view.t('site.givenBack')}</h2>
      <div className="paper" id="written" dir="auto">
        {texts.join('\n\n')}
      </div>
      <CopyButton view={view} of="written" />
    </section>
  );
}
