import type { Queries } from '../database/database.ts';
import { lockCampaignOf, selectRuledAsks } from './ask-rules-queries.ts';
import { waitForContent } from './campaign-queries.ts';

/** A campaign asks one thing of every state: `last`, nothing else of it does; `second`, another does already. */
export class AskOfEveryStateError extends Error {
  override readonly name = 'AskOfEveryStateError';
  readonly which: 'last' | 'second';
  constructor(which: 'last' | 'second') {
    const said = {
      last: 'something has to be asked of every state: have another ask do that first',
      second: 'another ask of its campaign is asked of every state already',
    };
    super(said[which]);
    this.which = which;
  }
}

/**
 * Whether an ask may be withdrawn or shown again, with the asks of its campaign as they are until the transaction ends. What harms somebody
 * is hidden whatever it was asked of. @throws AskOfEveryStateError
 */
export async function guardAsk(trx: Queries, id: string, to: 'withdrawn' | 'hidden' | 'shown'): Promise<void> {
  if (to === 'hidden') return;
  await waitForContent(trx);
  const campaign = await lockCampaignOf(trx, id);
  const asks = campaign === undefined ? [] : await selectRuledAsks(trx, campaign);
  const one = asks.find((ask) => ask.id === id);
  if (one?.rules.when !== 'always') return;
  const another = asks.some((ask) => ask !== one && !ask.barred && ask.rules.when === 'always');
  if (to === 'withdrawn' && !one.barred && !another) throw new AskOfEveryStateError('last');
  if (to === 'shown' && another) throw new AskOfEveryStateError('second');
}

/** Why something that was guarded so can't be, in a word; undefined: it is done. */
export async function refusalOf(guarded: Promise<unknown>): Promise<AskOfEveryStateError['which'] | undefined> {
  try {
    await guarded;
    return undefined;
  } catch (error) {
    if (error instanceof AskOfEveryStateError) return error.which;
    throw error;
  }
}
