import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Lang } from '../config/langs.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { momentOf } from '../http/moment.ts';
import { draftNew } from '../publications/publications.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { makeVersion } from '../texts/versions.ts';
import { insertAsk } from './ask-rules-queries.ts';
import type { InLang } from './campaign-in-folder.ts';
import { insertNewCampaign, waitForContent } from './campaign-queries.ts';
import { AskText, CampaignText } from './campaign-text.ts';
import { putText, type Worded } from './change-words.ts';
import { langsOf, type NewCampaign, type NewField, type WrongNew, wrongInNew } from './new-campaign.ts';
import { NOTHING_TAKEN, type TakenOver, takenFrom } from './taken-over.ts';

interface How {
  /** In which its days begin and end. */
  readonly zone: TimeZone;
  /** Who answers for what people give it. */
  readonly controller: ControllerId;
  readonly by: ActorId;
}

export type Made = { readonly is: 'done' } | { readonly is: 'wrong'; readonly wrong: ReadonlyMap<NewField, WrongNew> };

/**
 * Makes a campaign that is to come, from nothing or with the words, asks and settings of another, all of them drafts: nobody sees anything
 * of it before it is published. Of two who give the same name in addresses one gets it.
 * @throws NotAllowedError
 */
export function makeCampaign(database: Database, typed: NewCampaign, { zone, controller, by }: How): Promise<Made> {
  return database.transaction().execute(async (trx): Promise<Made> => {
    await waitForContent(trx);
    await refuseUnlessMay(trx, by, [{ deed: 'campaigns.change', item: { organisation: controller } }]);
    const other = typed.from === '' ? NOTHING_TAKEN : await takenFrom(trx, typed.from);
    const calls = other && new Map(other.texts.map(({ lang, text }) => [lang, text.call]));
    const wrong = wrongInNew(typed, { zone, calls, now: (await momentOf(trx)).at });
    if (wrong.size > 0 || !other) return { is: 'wrong', wrong };
    const { slug, opensOn } = typed;
    const id = await insertNewCampaign(trx, { slug, opensOn, asks: [], ...other.facts }, zone, controller);
    if (id === undefined) return { is: 'wrong', wrong: new Map([['slug', 'taken']]) };
    await writeDrafts(trx, id, typed, other, by);
    await writeAudit(trx, {
      ...{ by, operation: 'campaigns.make', item: ['campaign', slug] },
      after: {
        ...{ opens_on: opensOn, from: typed.from || null, controller },
        ...{ languages: langsOf(typed), asks: other.asks.map((ask) => ask.slug) },
      },
    });
    await dropPages(trx, ['campaigns'], 'refresh');
    return { is: 'done' };
  });
}

async function writeDrafts(trx: Queries, id: string, typed: NewCampaign, other: TakenOver, by: ActorId) {
  const wanted = langsOf(typed);
  const texts = wanted.map((lang) => {
    const taken = other.texts.find((one) => one.lang === lang)?.text;
    const { name = '', call = '' } = typed.words.get(lang) ?? {};
    return { lang, text: { ...taken, name, call: call || taken?.call } };
  });
  await writeDraft(trx, { id, kind: 'campaign', original: other.original }, texts, by);
  for (const { slug, rules, texts: all, original } of other.asks) {
    const ask = await insertAsk(trx, id, slug, { rules, by });
    if (ask === undefined) continue;
    const chosen = all.filter(({ lang }) => wanted.includes(lang));
    await writeDraft(trx, { id: ask, kind: 'ask', original }, chosen, by);
  }
}

interface Drafted {
  readonly id: string;
  readonly kind: Worded;
  readonly original: Lang | undefined;
}

/** First versions, that from which the others are translated before them. Words of which some are still to be written stand nowhere yet. */
async function writeDraft(
  trx: Queries,
  { id, kind, original }: Drafted,
  texts: readonly InLang<object>[],
  by: ActorId,
): Promise<void> {
  const ofOriginal = texts.filter(({ lang }) => lang === original);
  const others = texts.filter(({ lang }) => lang !== original);
  const shape = kind === 'campaign' ? CampaignText : AskText;
  const langs = texts.map(({ lang }) => lang);
  await draftNew(trx, { id, kind }, langs, by);
  for (const one of [...ofOriginal, ...others]) {
    const version = await makeVersion(trx, { item: id, lang: one.lang, words: one.text, by, read: 0 });
    if (shape.safeParse(one.text).success) await putText[kind](trx, id, one, version);
  }
}
