import type { ControllerId } from '../controllers/controllers.ts';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import type { ConsentText, Purpose } from './consent-texts.ts';

export interface NewConsent {
  readonly supporterKey: Buffer;
  readonly actionId: string;
  readonly purpose: Purpose;
  readonly controllerId: ControllerId;
  /** What it was called in these words. */
  readonly controller: string;
  readonly text: GivenText;
  readonly givenAt: Date;
}

/** The words that were read; only their id where an older version took the action, which wrote them down at its start. */
export type GivenText = Omit<ConsentText, 'words'> & { readonly words?: string | undefined };

/**
 * Writes down consents with their words, in one statement: whoever's they are, and whichever process first meets them.
 * @throws where words are left out and were never written down: a consent without its words proves nothing
 */
export async function insertConsents(trx: Queries, consents: readonly NewConsent[]): Promise<void> {
  const said = consents.flatMap(({ text: { id, lang, words } }) => (words === undefined ? [] : [{ id, lang, words }]));
  const writing = said.length === 0 ? trx : trx.with('said', (cte) => insertTexts(cte, said));
  await writing
    .insertInto('consents')
    .values(
      consents.map((consent) => ({
        supporter_key: consent.supporterKey,
        action_id: consent.actionId,
        purpose: consent.purpose,
        controller_id: consent.controllerId,
        controller: consent.controller,
        wording: consent.text.id,
        lang: consent.text.lang,
        given_at: consent.givenAt,
      })),
    )
    .execute();
}

/** The words of consents; those that are known stay as they are. */
export async function insertConsentTexts(queries: Queries, texts: readonly ConsentText[]): Promise<void> {
  await insertTexts(queries, texts).execute();
}

function insertTexts(queries: Pick<Queries, 'insertInto'>, texts: readonly ConsentText[]) {
  return queries
    .insertInto('consent_texts')
    .values(texts.map(({ id, lang, words }) => ({ id, lang, words })))
    .onConflict((known) => known.column('id').doNothing());
}

/** The words as they were shown, by their id in hexadecimal. */
export async function selectConsentTexts(
  queries: Queries,
  ids: readonly Buffer[],
): Promise<ReadonlyMap<string, ConsentText>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('consent_texts')
    .select(['id', 'lang', 'words'])
    .where('id', '=', anyOf(ids, 'bytea'))
    .execute();
  return new Map(rows.map((row) => [row.id.toString('hex'), row as ConsentText]));
}

export function selectConsents(queries: Queries, supporterKey: Buffer) {
  return queries
    .selectFrom('consents')
    .innerJoin('consent_texts', 'consent_texts.id', 'consents.wording')
    .select([
      'consents.id',
      'action_id',
      'purpose',
      'controller_id',
      'controller',
      'consents.lang',
      'words',
      'given_at',
      'withdrawn_at',
    ])
    .where('supporter_key', '=', supporterKey)
    .orderBy('given_at')
    .orderBy('purpose')
    .orderBy('consents.id')
    .execute();
}

export async function withdrawConsents(
  trx: Queries,
  which: { supporterKey: Buffer; id?: string; actionId?: string },
  now: Date,
): Promise<void> {
  let update = trx
    .updateTable('consents')
    .set({ withdrawn_at: now })
    .where('supporter_key', '=', which.supporterKey)
    .where('withdrawn_at', 'is', null);
  if (which.id) update = update.where('id', '=', which.id);
  if (which.actionId) update = update.where('action_id', '=', which.actionId);
  await update.execute();
}

/** Everything that one supporter agreed to. */
export async function deleteConsents(trx: Queries, supporterKey: Buffer): Promise<void> {
  await trx.deleteFrom('consents').where('supporter_key', '=', supporterKey).execute();
}
