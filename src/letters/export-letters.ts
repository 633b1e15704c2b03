import type { Keys } from '../config/keys.ts';
import type { Queries } from '../database/database.ts';
import { selectLettersOf } from './letter-queries.ts';
import { openText } from './letter-text.ts';

/** Everything that is kept of one supporter's letters, readable, for the supporter alone (GDPR art. 15 and 20). */
export async function exportLetters(queries: Queries, keys: Keys, supporterKey: Buffer) {
  return (await selectLettersOf(queries, supporterKey)).map((letter) => ({
    act: letter.action_id,
    representative: letter.representative_id,
    state: letter.state,
    text: letter.text_sealed ? openText(keys, letter, letter.text_sealed) : null,
    writtenAt: letter.created_at.toISOString(),
    confirmedAt: letter.confirmed_at?.toISOString() ?? null,
    handedOverAt: letter.handed_over_at?.toISOString() ?? null,
    reply: letter.reply,
    answer: letter.answer,
  }));
}
