import type { ReactNode } from 'react';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { exportLetters } from './export-letters.ts';

/** Every letter of one supporter with its words, for the supporter alone. */
export async function lettersShown(
  app: Pick<App, 'database' | 'keys'>,
  view: View,
  supporterKey: Buffer,
): Promise<ReactNode> {
  const held = await exportLetters(app.database, app.keys, supporterKey);
  if (held.length === 0) return null;
  return (
    <>
      <h2>{view.t('letters.held')}</h2>
      {held.map(({ text, writtenAt, act, representative }) => (
        <details key={`${act} ${representative}`}>
          <summary dir="auto">{text?.subject ?? view.moment(new Date(writtenAt))}</summary>
          {text ? (
            <div className="paper" dir="auto">
              {text.body}
            </div>
          ) : (
            <p>{view.t('letters.held.forgotten')}</p>
          )}
        </details>
      ))}
    </>
  );
}
