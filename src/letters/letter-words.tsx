import type { ComponentChildren } from 'preact';
import type { Action } from '../actions/action.ts';
import { direction } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { type Opening, UNREADABLE } from '../sealing/read-sealed.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { selectLetters } from './letter-queries.ts';
import { readText } from './letter-text.ts';

/** The words of every letter of an action. */
export async function letterTexts(
  app: Pick<App, 'database'> & Opening,
  view: View,
  action: Action,
): Promise<ComponentChildren> {
  const letters = await selectLetters(app.database, action.supporterKey, action.id);
  return letters.map(
    (letter) =>
      letter.text_sealed && (
        <LetterWords key={letter.id} app={app} view={view} letter={letter} sealed={letter.text_sealed} />
      ),
  );
}

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
