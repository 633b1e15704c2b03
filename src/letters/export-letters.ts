import type { App } from '../http/app.ts';
import { examplesAmong } from '../representatives/find-representatives.ts';
import type { Opening, Unreadable } from '../sealing/read-sealed.ts';
import { type Letter, selectLettersOf } from './letter-queries.ts';
import { type LetterText, readText } from './letter-text.ts';

export interface ExportedLetter extends Pick<Letter, 'state' | 'reply' | 'reason' | 'answer'> {
  readonly saidHere: Letter['said_here'];
  readonly act: string;
  readonly representative: string;
  /** Where it went to an address that a demonstration made up. */
  readonly exampleAddress?: string;
  readonly text: LetterText | Unreadable | null;
  readonly writtenAt: string;
  readonly confirmedAt: string | null;
  readonly handedOverAt: string | null;
  readonly bouncedAt: string | null;
}

function exampleIn(examples: ReadonlyMap<string, string>, { channel_id }: Letter): { exampleAddress?: string } {
  const exampleAddress = examples.get(channel_id);
  return exampleAddress === undefined ? {} : { exampleAddress };
}

/** Everything that is kept of one supporter's letters, readable, for the supporter alone (GDPR art. 15 and 20). */
export async function exportLetters(
  app: Pick<App, 'database'> & Opening,
  supporterKey: Buffer,
): Promise<ExportedLetter[]> {
  const letters = await selectLettersOf(app.database, supporterKey);
  const examples = await examplesAmong(
    app.database,
    letters.map((letter) => letter.channel_id),
  );
  return letters.map((letter) => ({
    act: letter.action_id,
    representative: letter.representative_id,
    ...exampleIn(examples, letter),
    state: letter.state,
    text: letter.text_sealed && readText(app, letter, letter.text_sealed),
    writtenAt: letter.created_at.toISOString(),
    confirmedAt: letter.confirmed_at?.toISOString() ?? null,
    handedOverAt: letter.handed_over_at?.toISOString() ?? null,
    bouncedAt: letter.bounced_at?.toISOString() ?? null,
    reply: letter.reply,
    saidHere: letter.said_here,
    reason: letter.reason,
    answer: letter.answer,
  }));
}
