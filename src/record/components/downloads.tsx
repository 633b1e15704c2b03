import type { Lang } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { recordAddresses } from '../addresses.ts';

function drawingIn(kind: 'svg' | 'png' | 'csv', lang: Lang, name: string, on?: string): string {
  if (kind === 'png') return recordAddresses.picture(lang, name, on);
  return recordAddresses.drawing(lang, `${name}.${kind}`, on);
}

/** A drawing as a file: to print, to show elsewhere, to reckon with. */
export function Downloads({ view, name, on }: { view: View; name: string; on: string | undefined }) {
  return (
    <p className="s">
      {view.t('record.figure.download')}
      {view.t('site.colon')}
      {(['svg', 'png', 'csv'] as const).map((kind) => (
        <span key={kind}>
          <a href={drawingIn(kind, view.lang, name, on)}>{kind.toUpperCase()}</a>{' '}
        </span>
      ))}
    </p>
  );
}
