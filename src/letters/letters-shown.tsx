import type { ComponentChildren } from 'preact';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { type Opening, UNREADABLE } from '../sealing/read-sealed.ts';
import { type ExportedLetter, exportLetters } from './export-letters.ts';

/** Every letter of one supporter with its words, for the supporter alone. */
export async function lettersShown(
  app: Pick<App, 'database'> & Opening,
  view: View,
  supporterKey: Buffer,
): Promise<ComponentChildren> {
  const letters = await exportLetters(app, supporterKey);
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{view.t('letters.held')}</h2>
      {letters.map((letter) => (
        <LetterShown key={`${letter.act} ${letter.representative}`} view={view} letter={letter} />
      ))}
    </>
  );
}

function LetterShown({ view, letter: { text, writtenAt } }: { view: View; letter: ExportedLetter }) {
  const words = text === UNREADABLE ? null : text;
  return (
    <details>
      <summary dir="auto">{words?.subject ?? view.moment(new Date(writtenAt))}</summary>
      {words ? (
        <div className="paper" dir="auto">
          {words.body}
        </div>
      ) : (
        <p>{view.t(text === UNREADABLE ? 'actions.unreadable' : 'letters.held.forgotten')}</p>
      )}
    </details>
  );
}
