import { direction } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { openText } from './letter-text.ts';

/** A letter's own words, for its writer to send in another way. */
export function LetterWords({
  app,
  view,
  letter,
  sealed,
}: {
  app: Pick<App, 'keys'>;
  view: View;
  letter: { readonly supporter_key: Buffer; readonly id: string };
  sealed: Buffer;
}) {
  const text = openText(app.keys, letter, sealed);
  return (
    <details>
      <summary>{view.t('letters.status.words')}</summary>
      <div lang={text.lang} dir={direction(text.lang)}>
        <h3>{text.subject}</h3>
        <div className="paper" id={`words-${letter.id}`}>
          {text.body}
        </div>
      </div>
      <CopyButton view={view} of={`words-${letter.id}`} />
    </details>
  );
}
