import type { ComponentChildren } from 'preact';
import type { Action } from '../actions/action.ts';
import { direction } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { examplesAmong, namesOf } from '../representatives/find-representatives.ts';
import { type Opening, UNREADABLE } from '../sealing/read-sealed.ts';
import { BrokenSealError } from '../sealing/sealing.ts';
import { WithAddresses } from '../site/components/net-address.tsx';
import { Examples } from './example-addresses.tsx';
import { letterEnding } from './letter-ending.ts';
import { type Letter, selectLetters } from './letter-queries.ts';
import { readableText, readText } from './letter-text.ts';
import { expectedDays, waitsLong } from './queues.ts';

/** Whether the text of every letter of an action opens. */
export async function areLegible(
  app: Pick<App, 'database'> & Opening,
  supporterKey: Buffer,
  actionId: string,
): Promise<boolean> {
  const letters = await selectLetters(app.database, supporterKey, actionId);
  return letters.every((letter) => !letter.text_sealed || readText(app, letter, letter.text_sealed) !== UNREADABLE);
}

/** Each letter of an action exactly as it will be sent, for the writer to read before confirming. */
export async function letterPreview(
  app: Pick<App, 'database' | 'keys'> & Opening,
  view: View,
  action: Action,
): Promise<ComponentChildren> {
  const letters = await selectLetters(app.database, action.supporterKey, action.id);
  const names = await namesOf(
    app.database,
    view.lang,
    letters.map((letter) => letter.representative_id),
    view.today(),
  );
  const days = await expectedDays(
    app.database,
    letters.map((letter) => letter.channel_id),
    new Date(),
    view.timeZone,
  );
  const examples = await examplesAmong(
    app.database,
    letters.map((letter) => letter.channel_id),
  );
  const endings = await endingsOf(app, view, action, letters);
  return letters.map((letter) => {
    const text = letter.text_sealed && readText(app, letter, letter.text_sealed);
    const day = days.get(letter.channel_id);
    return (
      <article key={letter.id}>
        <h2>{view.t('letters.write.to', { names: names.get(letter.representative_id) ?? '' })}</h2>
        <Examples view={view} addresses={[examples.get(letter.channel_id) ?? []].flat()} />
        {letter.held_because && <p className="note">{view.t('letters.preview.held')}</p>}
        {day && waitsLong(day, new Date(), view.timeZone) && (
          <p className="note">{view.t('letters.preview.long', { day: view.day(day) })}</p>
        )}
        {!day && <p className="note">{view.t('letters.preview.paused')}</p>}
        {text === UNREADABLE && <p className="note">{view.t('actions.unreadable')}</p>}
        {text && text !== UNREADABLE && (
          <>
            <div lang={text.lang} dir={direction(text.lang)}>
              <h3>{text.subject}</h3>
              <div className="paper">{text.body}</div>
            </div>
            <p className="q s">{view.t('letters.preview.ending')}</p>
            <div className="paper s" lang={text.lang} dir={direction(text.lang)}>
              <WithAddresses>{endings.get(letter.id) ?? ''}</WithAddresses>
            </div>
          </>
        )}
      </article>
    );
  });
}

/** Of the letters that open, where what is known of their writer opens too. */
async function endingsOf(
  app: Pick<App, 'database' | 'keys'> & Opening,
  view: View,
  action: Action,
  letters: readonly Letter[],
): Promise<ReadonlyMap<string, string>> {
  const endings = new Map<string, string>();
  for (const letter of letters) {
    const text = readableText(app, letter);
    if (!text) continue;
    const ending = await letterEnding(app, view, action, text).catch(noneIfBroken);
    if (ending) endings.set(letter.id, ending);
  }
  return endings;
}

function noneIfBroken(error: unknown): undefined {
  if (!(error instanceof BrokenSealError)) throw error;
}
