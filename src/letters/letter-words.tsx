import { direction } from '../config/langs.ts';
import type { View } from '../http/view.ts';
import { type Opening, UNREADABLE } from '../sealing/read-sealed.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { readText } from './letter-text.ts';

/** A letter's own words, for its writer to send in another way. */
export function LetterWords({
  app,
  view,
  letter,
  sealed,
}: {
  app: Opening;
  view: View;
  letter: { readonly supporter_key: Buffer; readonly id: string };
  sealed: Buffer;
}) {
  const text = readText(app, letter, sealed);
  if (text === UNREADABLE) return <p className="q s">{view.t('actions.unreadable')}</p>;
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
