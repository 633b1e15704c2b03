import type { App } from '../app.ts';
import type { Queries } from '../database/database.ts';
import {
  findReturnedLetter,
  noteBouncedLetter,
  noteComplaint,
  type ReturnedLetter,
  type WhyItCameBack,
} from '../letters/bounced-letter.ts';
import { isConfirmation, noteBouncedConfirmation } from '../supporters/bounced-confirmation.ts';
import { bounceIdIn } from './bounces/bounce-id.ts';
import { type Bounce, type Failure, readBounce } from './read-bounce.ts';
import { bounceIdOf } from './return-path.ts';
import { keepReturned } from './returned-mails.ts';
import { isReply, withoutPeople } from './smtp-replies.ts';

/** What became of a mail that came back. `no-report`: a person or a machine answers, nothing came back. */
export type BounceTaken =
  | 'letter'
  | 'confirmation'
  | 'complaint'
  | 'not-understood'
  | 'not-final'
  | 'no-report'
  | 'not-ours';

type Taking = Pick<App, 'database' | 'keys' | 'log'>;

/** The envelope in which a mail came back, where it is known. */
export interface ReturnedEnvelope {
  readonly recipient: string;
  readonly nullSender: boolean;
}

/**
 * Takes in one mail that came back. It counts by the address it came to, which we gave out and can prove, never by what it says of itself.
 * @param envelope where none is known, the mail's own headers are asked, and those of the letter that it returns
 */
export async function takeBounce(app: Taking, raw: Buffer, envelope?: ReturnedEnvelope | string): Promise<BounceTaken> {
  const { recipient, nullSender } =
    typeof envelope === 'string' ? { recipient: envelope, nullSender: false } : (envelope ?? {});
  const bounceId = recipient ? bounceIdOf(app.keys, recipient) : await bounceIdIn(app.keys, raw);
  if (!bounceId) return 'not-ours';
  const letter = await findReturnedLetter(app.database, bounceId);
  if (!letter && !(await isConfirmation(app.database, bounceId))) return 'not-ours';
  const bounce = await readBounce(raw, { recipient: letter?.address, nullSender });
  return app.database.transaction().execute(async (trx) => {
    const kind = bounce.kind === 'answer' ? 'answer' : 'not-understood';
    if (isForAPerson(bounce)) await keepReturned(app, trx, { bounceId, kind, raw });
    return letter ? noteLetter(app, trx, letter, bounce) : noteConfirmation(trx, bounceId, bounce);
  });
}

/** An answer, or a notice that does not say why in any words we know. */
function isForAPerson(bounce: Bounce): boolean {
  if (bounce.kind !== 'failed') return bounce.kind === 'answer' || bounce.kind === 'not-understood';
  return bounce.meaning === 'other' && whyOf(bounce).reply === null;
}

async function noteLetter(app: Taking, trx: Queries, letter: ReturnedLetter, bounce: Bounce): Promise<BounceTaken> {
  switch (bounce.kind) {
    case 'failed':
      await noteBouncedLetter(app, trx, letter, whyOf(bounce), new Date());
      return 'letter';
    case 'not-understood':
      await noteBouncedLetter(app, trx, letter, { reply: null, meaning: 'other' }, new Date());
      return 'not-understood';
    case 'complaint':
      await noteComplaint(app, trx, letter, new Date());
      return 'complaint';
    default:
      return nothingCameBack(bounce);
  }
}

async function noteConfirmation(trx: Queries, bounceId: Buffer, bounce: Bounce): Promise<BounceTaken> {
  const { kind } = bounce;
  if (kind !== 'failed' && kind !== 'not-understood' && kind !== 'complaint') return nothingCameBack(bounce);
  await noteBouncedConfirmation(trx, bounceId);
  return kind === 'failed' ? 'confirmation' : kind;
}

function nothingCameBack({ kind }: Bounce): 'not-final' | 'no-report' {
  return kind === 'answer' || kind === 'automatic' ? 'no-report' : 'not-final';
}

/** What is kept of a reason: a server's reply or code, without addresses. */
function whyOf({ meaning, status, words }: Failure): WhyItCameBack {
  const reply = withoutPeople(isReply(words) ? words : `${status ?? ''} ${words}`);
  return { meaning, reply: isReply(reply) ? reply : null };
}
