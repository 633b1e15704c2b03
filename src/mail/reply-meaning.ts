import { enhancedCode, replyCode } from './reply-codes.ts';
import type { Reason } from './reply-phrases.ts';
import { reasonIn } from './reply-words.ts';

/**
 * What a server's no means for what we do next.
 * `mailbox-gone`: nobody is reached there, no letter goes there until somebody has looked. `for-now`: full, busy, out of reach.
 * `policy`: the receiver refuses us as a sender; more letters would only make it worse. `ours`: our own relay, sender or login, which says
 * nothing of the receiver. `other`: this letter is refused, and no more is known.
 */
export type ReplyMeaning = 'mailbox-gone' | 'for-now' | 'policy' | 'ours' | 'other';

export interface Reply {
  /** The server's words, with or without its codes. */
  readonly text: string;
  /** Its reply code (RFC 5321), where it is known apart from the words. */
  readonly code?: number | undefined;
  /** The command that was answered, e.g. `RCPT TO` or `DATA`; undefined for words that a bounce reports. */
  readonly command?: string | undefined;
  /** A bounce tells what one server said to another: what it refuses before it knows for whom is our sender, not our relay. */
  readonly reported?: boolean | undefined;
  /** What a bounce gives as its status (RFC 3463); counts less than a code in the words. */
  readonly status?: string | undefined;
}

/** Replies are cut to this before anything looks at them. */
const LONGEST_LOOKED_AT = 2_000;

/** Our relay takes the letter, or doesn't, before it is told who it is for; anything it says until then is ours to mend. */
const UP_TO_THE_RECEIVER = /^(?:RCPT|DATA|BDAT|BODY|END|\.)/i;

/** Wants a login or encryption from us (RFC 4954 section 6, RFC 3207 section 4). */
const ACCESS_CODES: readonly number[] = [530, 534, 535, 538];

/** The same as enhanced codes: of a login, of encryption, of the account that logs in (IANA, SMTP Enhanced Status Codes). */
const ACCESS = /^[45]\.7\.(?:[89]|1[0-4])$/;

const MEANING_OF_REASON: Readonly<Record<Reason, ReplyMeaning>> = {
  'relay-denied': 'ours',
  'mailbox-full': 'for-now',
  'too-much': 'for-now',
  'sender-refused': 'other',
  policy: 'policy',
  // A filter that takes one letter of a campaign for spam takes the others for it too.
  spam: 'policy',
  suspended: 'other',
  'too-large': 'other',
  'mailbox-unknown': 'mailbox-gone',
  'host-unknown': 'mailbox-gone',
  moved: 'mailbox-gone',
  'try-later': 'for-now',
};

/** The enhanced codes that say by themselves that nobody is there; 5.1.0, .4, .7 and .8 don't (IANA, SMTP Enhanced Status Codes). */
const GONE = /^5\.(?:1\.(?:[1236]|10|351)|4\.310)$/;

/** Enhanced codes that leave open what is wrong: none at all, and those of no subject or of the protocol (RFC 3463). */
const SAYS_NOTHING = /^(?:5\.[05]\.0)?$/;

/** The host or the domain takes no mail (RFC 7504). */
const NO_MAIL_HERE: readonly number[] = [521, 556];

/** What a server's no means. Looks at no more than its first 2,000 characters. */
export function meaningOf(reply: Reply): ReplyMeaning {
  const text = reply.text.slice(0, LONGEST_LOOKED_AT);
  const code = reply.code ?? replyCode(text);
  const own = enhancedCode(text);
  const said = reasonIn(ownWords(text));
  const reason = isOfSender(reply, own ?? reply.status) && said !== 'policy' ? 'sender-refused' : said;
  if (isOurs(reply, code, own, reason)) return 'ours';
  if (own?.startsWith('4.') || (code !== undefined && code < 500)) return 'for-now';
  if (isDoubtful(reply, own, reason)) return 'other';
  const enhanced = own ?? reply.status ?? '';
  return byWords(reason, enhanced) ?? (isNoMailbox(reply, text, enhanced) ? 'mailbox-gone' : byCode(enhanced, code));
}

/**
 * `Mailbox unavailable` is how RFC 5321 (section 4.2.3) words every 550, policy included; but who says no more to the name of a
 * recipient says that there is none (section 3.3: “550 No such user”). Of a letter, or where the command is not told, it may be
 * anything.
 */
function isNoMailbox({ command }: Reply, text: string, enhanced: string): boolean {
  return (
    /^RCPT/i.test(command ?? '') &&
    SAYS_NOTHING.test(enhanced) &&
    /\b550\b.{0,80}mailbox (?:is )?unavailable/is.test(text)
  );
}

/** What is said of our sender says nothing of the recipient, whatever its words (RFC 3463 section 3.2, X.1.7 and X.1.8). */
function isOfSender({ reported, command }: Reply, enhanced: string | undefined): boolean {
  if (reported && command && !UP_TO_THE_RECEIVER.test(command)) return true;
  return /^[45]\.1\.[78]$/.test(enhanced ?? '');
}

/** The server's own words, where others report them: from its reply code on. */
function ownWords(text: string): string {
  const begin = text.search(/[45]\d\d[- ]['"]?[45]\.\d/);
  return begin > 0 ? text.slice(begin) : text;
}

/** A server that took the recipient and calls it unknown after the letter, without a code of its own, often has a filter that says so. */
function isDoubtful({ reported, command }: Reply, own: string | undefined, reason: Reason | undefined): boolean {
  return Boolean(reported) && command === 'END OF DATA' && reason === 'mailbox-unknown' && own === undefined;
}

function isOurs(
  { command, reported }: Reply,
  code: number | undefined,
  own: string | undefined,
  reason: Reason | undefined,
): boolean {
  if (!reported && command && !UP_TO_THE_RECEIVER.test(command)) return true;
  // Yahoo refuses by its policy in a code that is one of a login (5.7.9).
  if (!reported && command && ACCESS.test(own ?? '') && reason !== 'policy' && reason !== 'spam') return true;
  return reason === 'relay-denied' || ACCESS_CODES.includes(code ?? 0);
}

/** Words say more than codes, but for a refusal of our sender, which may be the receiver's policy. */
function byWords(reason: Reason | undefined, enhanced: string): ReplyMeaning | undefined {
  if (reason === 'sender-refused' && enhanced.startsWith('5.7.')) return 'policy';
  return reason && MEANING_OF_REASON[reason];
}

function byCode(enhanced: string, code: number | undefined): ReplyMeaning {
  if (enhanced.startsWith('5.7.')) return 'policy';
  if (enhanced.startsWith('4.') || enhanced === '5.2.2') return 'for-now';
  const hostSays = NO_MAIL_HERE.includes(code ?? 0) && (SAYS_NOTHING.test(enhanced) || enhanced.startsWith('5.1.'));
  return hostSays || GONE.test(enhanced) ? 'mailbox-gone' : 'other';
}
