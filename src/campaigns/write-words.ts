import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Lang } from '../config/langs.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { draftNew, lockedStates } from '../publications/publications.ts';
import type { Source } from '../texts/version.ts';
import { authorOf, makeVersion, TextMovedError, versionOf } from '../texts/versions.ts';
import { missingDefaults } from './ask-queries.ts';
import { selectCurrentVersion, waitForContent } from './campaign-queries.ts';
import type { AskText, CampaignText } from './campaign-text.ts';
import { putText, type Worded } from './change-words.ts';

/** A campaign or an ask, whose words are written. */
export interface WordedItem {
  readonly id: string;
  readonly kind: Worded;
  /** As an operator knows it. */
  readonly name: string;
  /** Whose its campaign is. */
  readonly organisation: ControllerId;
}

export interface Written {
  readonly words: CampaignText | AskText;
  /** The version that was read before, 0 for none. */
  readonly read: number;
  /** What a translation was made from; undefined: what the version before was made from. */
  readonly source?: Source | undefined;
  /** Whether readers of a language that is published, or scheduled, get it too. */
  readonly show: boolean;
  /** The earlier version that is brought back by it. */
  readonly back?: number | undefined;
}

/** A letter could not begin with arguments that its ask begins with. */
export class MissingArgumentsError extends Error {
  override readonly name = 'MissingArgumentsError';
  readonly missing: readonly string[];
  constructor(missing: readonly string[]) {
    super(missing.join(', '));
    this.missing = missing;
  }
}

/**
 * Writes the words of a campaign or an ask in one language, as another version. Before readers it stands where that is said, and whoever
 * writes may say it; elsewhere at once. A language that is new to it begins as a draft.
 * @returns the version, and whether it stands
 * @throws TextMovedError, MissingArgumentsError, NotAllowedError; then nothing was written
 */
export function writeWords(
  database: Database,
  item: WordedItem,
  lang: Lang,
  { words, read, source, show, back }: Written,
  by: ActorId,
): Promise<{ readonly version: number; readonly stands: boolean }> {
  return changing(
    database,
    item,
    lang,
    by,
    async (trx, shown) => {
      const version = await makeVersion(trx, { item: item.id, lang, words, by, read, source });
      const stands = !shown || show;
      await draftNew(trx, item, [lang], by);
      const current = await selectCurrentVersion(trx, item.kind, item.id, lang);
      if (stands && current !== version) await stand(trx, item, lang, version, shown);
      const of = { by, item: [item.kind, item.name] } as const;
      if (version !== read)
        await writeAudit(trx, {
          ...of,
          operation: back === undefined ? 'campaigns.write' : 'campaigns.bring-back',
          before: { [lang]: read },
          after: { [lang]: version, stands, ...(back !== undefined && { back }) },
        });
      else if (stands && current !== version)
        await writeAudit(trx, { ...of, operation: 'campaigns.approve', after: { [lang]: version } });
      return { version, stands };
    },
    show,
  );
}

/**
 * Has the newest version of what readers see stand before them.
 * @param seen its number, as it was looked at @throws TextMovedError, MissingArgumentsError, NotAllowedError
 */
export async function approveWords(
  database: Database,
  item: WordedItem,
  lang: Lang,
  seen: number,
  by: ActorId,
): Promise<void> {
  await changing(
    database,
    item,
    lang,
    by,
    async (trx, shown) => {
      const newest = await versionOf(trx, { item: item.id, lang });
      if (newest?.number !== seen) throw new TextMovedError({ item: item.id, lang }, newest);
      await stand(trx, item, lang, seen, shown);
      await writeAudit(trx, {
        by,
        operation: 'campaigns.approve',
        item: [item.kind, item.name],
        after: { [lang]: seen },
      });
    },
    true,
  );
}

/** @param approves whether what is written is to stand before readers */
function changing<Result>(
  database: Database,
  item: WordedItem,
  lang: Lang,
  by: ActorId,
  change: (trx: Queries, shown: boolean) => Promise<Result>,
  approves: boolean,
): Promise<Result> {
  return database.transaction().execute(async (trx) => {
    await waitForContent(trx);
    const state = (await lockedStates(trx, item.id)).get(lang) ?? 'draft';
    const shown = state === 'published' || state === 'scheduled';
    const { organisation } = item;
    const of = { lang, state, organisation, author: await authorOf(trx, item.id) };
    await refuseUnlessMay(trx, by, [
      { deed: 'campaigns.write', item: of },
      ...(shown && approves ? [{ deed: 'campaigns.approve', item: of } as const] : []),
    ]);
    return change(trx, shown);
  });
}

async function stand(
  trx: Queries,
  { id, kind }: WordedItem,
  lang: Lang,
  number: number,
  shown: boolean,
): Promise<void> {
  const version = await versionOf(trx, { item: id, lang }, number);
  if (!version) throw new TextMovedError({ item: id, lang }, undefined);
  if (kind === 'ask') {
    const missing = await missingDefaults(trx, id, version.words as AskText);
    if (missing.length > 0) throw new MissingArgumentsError(missing);
  }
  await putText[kind](trx, id, { lang, text: version.words }, number);
  if (shown) await dropPages(trx, ['campaigns'], 'refresh');
}
