import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { bounceIdIn } from './bounces/bounce-id.ts';
import type { OurMail, ReturnedMails, WhyItCameBack } from './our-mail.ts';
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

type Taking = Pick<App, 'database' | 'keys' | 'log' | 'handed' | 'settings'>;

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
  const ours = await ourMail(app, bounceId);
  if (!ours) return 'not-ours';
  const bounce = await readBounce(raw, { recipient: ours.mail.address, nullSender });
  return app.database.transaction().execute(async (trx) => {
    const kind = bounce.kind === 'answer' ? 'answer' : 'not-understood';
    if (isForAPerson(bounce)) await keepReturned(app, trx, { bounceId, kind, raw });
    return note(trx, ours, bounce);
  });
}

interface Ours {
  readonly what: ReturnedMails['what'];
  readonly mail: OurMail;
}

async function ourMail(app: Taking, bounceId: Buffer): Promise<Ours | undefined> {
  for (const { what, find } of app.handed.returnedMails) {
    const mail = await find(app, bounceId);
    if (mail) return { what, mail };
  }
  return undefined;
}

/** An answer, or a notice that does not say why in any words we know. */
function isForAPerson(bounce: Bounce): boolean {
  if (bounce.kind !== 'failed') return bounce.kind === 'answer' || bounce.kind === 'not-understood';
  return bounce.meaning === 'other' && whyOf(bounce).reply === null;
}

async function note(trx: Queries, { what, mail }: Ours, bounce: Bounce): Promise<BounceTaken> {
  switch (bounce.kind) {
    case 'failed':
      await mail.failed(trx, whyOf(bounce));
      return what;
    case 'not-understood':
      await mail.failed(trx, { reply: null, meaning: 'other' });
      return 'not-understood';
    case 'complaint':
      await mail.complaint(trx);
      return 'complaint';
    default:
      return nothingCameBack(bounce);
  }
}

function nothingCameBack({ kind }: Bounce): 'not-final' | 'no-report' {
  return kind === 'answer' || kind === 'automatic' ? 'no-report' : 'not-final';
}

/** What is kept of a reason: a server's reply or code, without addresses. */
function whyOf({ meaning, status, words }: Failure): WhyItCameBack {
  const reply = withoutPeople(isReply(words) ? words : `${status ?? ''} ${words}`);
  return { meaning, reply: isReply(reply) ? reply : null };
}
