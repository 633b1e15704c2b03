import { replyCode } from './reply-codes.ts';
import { meaningOf, type ReplyMeaning } from './reply-meaning.ts';
import type { Reason } from './reply-phrases.ts';
import { reasonIn } from './reply-words.ts';

/** What a mail server said, as somebody is told who knows nothing of mail servers. */
export const replyGists = [
  'taken',
  'no-such-mailbox',
  'moved',
  'no-such-domain',
  'full',
  'busy',
  'refuses-us',
  'spam',
  'closed',
  'too-large',
  'our-side',
  'unclear',
] as const;
export type ReplyGist = (typeof replyGists)[number];

const OF_MEANING: Readonly<Record<ReplyMeaning, ReplyGist>> = {
  'mailbox-gone': 'no-such-mailbox',
  'for-now': 'busy',
  policy: 'refuses-us',
  ours: 'our-side',
  other: 'unclear',
};

/** What words tell beyond a meaning; the meaning decides, because codes may say otherwise. */
const FINER: Readonly<Record<ReplyMeaning, Partial<Record<Reason, ReplyGist>>>> = {
  'mailbox-gone': { moved: 'moved', 'host-unknown': 'no-such-domain' },
  'for-now': { 'mailbox-full': 'full' },
  policy: { spam: 'spam' },
  ours: {},
  other: { suspended: 'closed', 'too-large': 'too-large' },
};

/** The gist of a reply as it is stored with a letter. */
export function gistOf(reply: string): ReplyGist {
  if (reply.startsWith('2')) return 'taken';
  const meaning = meaningOf({ text: reply, code: replyCode(reply) });
  const reason = reasonIn(reply);
  return (reason && FINER[meaning][reason]) ?? OF_MEANING[meaning];
}
