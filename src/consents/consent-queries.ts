import { sql } from 'kysely';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { ConsentText, Purpose } from './consent-texts.ts';

export interface NewConsent {
  readonly supporterKey: Buffer;
  readonly actionId: string;
  readonly purpose: Purpose;
  readonly controllerId: ControllerId;
  /** What it was called in these words. */
  readonly controller: string;
  readonly wording: Buffer;
  readonly lang: string;
  readonly givenAt: Date;
}

/** @throws where a wording was never written down: a consent without its words proves nothing */
export async function insertConsents(trx: Queries, consents: readonly NewConsent[]): Promise<void> {
  await trx
    .insertInto('consents')
    .values(
      consents.map((consent) => ({
        supporter_key: consent.supporterKey,
        action_id: consent.actionId,
        purpose: consent.purpose,
        controller_id: consent.controllerId,
        controller: consent.controller,
        wording: consent.wording,
        lang: consent.lang,
        given_at: consent.givenAt,
      })),
    )
    .execute();
}

/** The words of a consent; those that are known stay as they are. */
export async function insertConsentText(queries: Queries, { id, lang, words }: ConsentText): Promise<void> {
  await sql`INSERT INTO wordings (id, lang, words) VALUES (${id}, ${lang}, ${words}) ON CONFLICT (id) DO NOTHING`.execute(
    queries,
  );
}

/** The words as they were shown, by their id in hexadecimal. */
export async function selectConsentTexts(
  queries: Queries,
  ids: readonly Buffer[],
): Promise<ReadonlyMap<string, ConsentText>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.selectFrom('wordings').select(['id', 'lang', 'words']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id.toString('hex'), row as ConsentText]));
}

export function selectConsents(queries: Queries, supporterKey: Buffer) {
  return queries
    .selectFrom('consents')
    .innerJoin('wordings', 'wordings.id', 'consents.wording')
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
