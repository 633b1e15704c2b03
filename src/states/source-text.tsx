import type { Standing } from '../facts/shapes.ts';
import type { View } from '../site/view.ts';

/** Where a fact of the states' record was read: the words as they are, with their address as a link. */
export function SourceText({
  view,
  fact,
}: {
  view: View;
  fact: { readonly source: string; readonly standing: Standing };
}) {
  const address = /https?:\/\/[^\s)]+/.exec(fact.source)?.[0];
  const words = fact.source
    .replace(address ?? '', '')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+\)/g, ')')
    .trim()
    .replace(/[,;:]$/, '');
  return (
    <small>
      {address ? (
        <a href={address} rel="noreferrer external">
          {view.t('record.source')}
        </a>
      ) : (
        view.t('record.source')
      )}
      {words && (
        <>
          {view.t('site.colon')}
          <span lang="en" dir="ltr">
            {words}
          </span>
        </>
      )}
      {fact.standing !== 'seen' && <> · {view.t(`record.standing.${fact.standing}`)}</>}
    </small>
  );
}
