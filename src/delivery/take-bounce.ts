import type { App } from '../app.ts';
import { noteBouncedLetter } from '../letters/bounced-letter.ts';
import { noteBouncedConfirmation } from '../supporters/bounced-confirmation.ts';
import { readBounce } from './read-bounce.ts';
import { meaningOf } from './reply-meaning.ts';
import { bounceIdOf } from './return-path.ts';
import { withoutPeople } from './smtp-replies.ts';

export type BounceTaken = 'letter' | 'confirmation' | 'not-final' | 'not-ours' | 'no-report';

/**
 * Takes in one mail that came back. It counts by the address it came to, which we gave out and can prove, never by what it says of itself.
 * @param recipient the envelope's recipient, where it is known; else the mail's own headers are asked
 */
export async function takeBounce(
  app: Pick<App, 'database' | 'keys'>,
  raw: Buffer,
  recipient?: string,
): Promise<BounceTaken> {
  const bounceId = recipient ? bounceIdOf(app.keys, recipient) : bounceIdIn(app, raw);
  if (!bounceId) return 'not-ours';
  const bounce = await readBounce(raw);
  if (!bounce) return 'no-report';
  if (bounce.action !== 'failed') return 'not-final';
  const reply = withoutPeople(`${bounce.status} ${bounce.words}`);
  const meaning = meaningOf({ text: bounce.words, status: bounce.status });
  if (await noteBouncedLetter(app.database, bounceId, reply, meaning)) return 'letter';
  return (await noteBouncedConfirmation(app.database, bounceId)) ? 'confirmation' : 'not-ours';
}

function bounceIdIn(app: Pick<App, 'keys'>, raw: Buffer): Buffer | undefined {
  const addresses = raw.toString('latin1').match(/bounce\+[a-z2-7]{24}@[a-z0-9.-]+/gi) ?? [];
  return addresses.map((address) => bounceIdOf(app.keys, address)).find((id) => id !== undefined);
}
