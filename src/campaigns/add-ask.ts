import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { draftNew } from '../publications/publications.ts';
import type { AskRules, RuleField, WrongRule } from './ask-rules.ts';
import { insertAsk } from './ask-rules-queries.ts';
import { campaignIdOf } from './campaign-queries.ts';
import { NewSlug } from './campaign-text.ts';
import { lockedAsks, wrongRules } from './change-ask.ts';

export type Added =
  | { readonly is: 'done'; readonly id: string }
  | { readonly is: 'none' }
  | { readonly is: 'wrong'; readonly wrong: ReadonlyMap<RuleField | 'slug', WrongRule | 'slug' | 'taken'> };

interface New {
  readonly slug: string;
  readonly rules: AskRules;
  readonly by: ActorId;
}

/**
 * Adds an ask behind the others of a campaign. It has no words yet, and readers see nothing of it before they are written and published.
 * @throws NotAllowedError
 */
export function addAsk(database: Database, campaign: string, { slug, rules, by }: New): Promise<Added> {
  return database.transaction().execute(async (trx): Promise<Added> => {
    const asks = await lockedAsks(trx, campaign, by);
    if (!asks) return { is: 'none' };
    const wrong = new Map<RuleField | 'slug', WrongRule | 'slug' | 'taken'>(
      wrongRules(asks, undefined, { rules, place: 1 }),
    );
    if (!NewSlug.safeParse(slug).success) wrong.set('slug', 'slug');
    if (wrong.size > 0) return { is: 'wrong', wrong };
    const id = await insertAsk(trx, await campaignIdOf(trx, campaign), slug, { rules, by });
    if (id === undefined) return { is: 'wrong', wrong: new Map([['slug', 'taken']]) };
    await draftNew(trx, { id, kind: 'ask' }, [], by);
    await writeAudit(trx, {
      ...{ by, operation: 'campaigns.add-ask', item: ['ask', `${campaign}/${slug}`] },
      after: { ...rules },
    });
    await dropPages(trx, ['campaigns'], 'refresh');
    return { is: 'done', id };
  });
}
