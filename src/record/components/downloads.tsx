import { links } from '../../site/links.ts';
import type { View } from '../../site/view.ts';

/** A drawing as a file: to print, to show elsewhere, to reckon with. */
export function Downloads({ view, name, on }: { view: View; name: string; on: string | undefined }) {
  return (
    <p className="s">
      {view.t('record.figure.download')}
      {view.t('site.colon')}
      {(['svg', 'png', 'csv'] as const).map((kind) => (
        <span key={kind}>
          <a href={links.drawing(view.lang, name, kind, on)}>{kind.toUpperCase()}</a>{' '}
        </span>
      ))}
    </p>
  );
}
