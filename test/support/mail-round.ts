import { sql } from 'kysely';
import { sendConfirmations } from '../../src/actions/send-confirmations.ts';
import { deliverLetters } from '../../src/letters/deliver-letters.ts';
import { openMailGateway } from '../../src/mail/mail-gateway.ts';
import type { Site } from './site.ts';
import { until } from './until.ts';

/**
 * Everything that may leave now has been tried, and what came of it is written down: what has not arrived by then does not.
 * @returns how many letters and confirmations this round itself tried; the site's own may have been faster
 */
export async function mailRound(site: Site): Promise<number> {
  const post = openMailGateway(site.running.app, () => true);
  const tried = (await sendConfirmations(site.running.app, post)) + (await deliverLetters(site.running.app, post));
  await post.close();
  await until('no letter is in anybody’s hands', () => nothingInHand(site));
  return tried;
}

/** The lock waits for claims that are just being made, so that none is overlooked. */
async function nothingInHand(site: Site): Promise<boolean> {
  return site.fresh.database.transaction().execute(async (trx) => {
    await sql`LOCK TABLE letters IN SHARE MODE`.execute(trx);
    const inHand = trx.selectFrom('letters').select('id').where('state', 'in', ['claimed', 'handing-over']);
    return (await inHand.execute()).length === 0;
  });
}
