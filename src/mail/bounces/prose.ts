import { replyBegin } from '../reply-codes.ts';
import { reasonIn } from '../reply-words.ts';
import { DELAY_PHRASES, FAILURE_PHRASES } from './prose-phrases.ts';

/** What a notice without a report says of a mail. */
export interface Notice {
  readonly action: 'failed' | 'delayed';
  /** A server's reply that it cites; else all that it says, on one line. */
  readonly words: string;
  /** Whether `words` are a server's, and not those of a notice that may name people. */
  readonly cited: boolean;
  /** The command that was answered, where the notice tells it. */
  readonly command?: string | undefined;
}

const LONGEST_NOTICE = 16_000;
const LONGEST_REASON = 1_500;

/** Where the returned letter begins: a line that says so, or the first of its headers. */
const COPY = [
  /^[>\s=*-]{0,80}(?:original message\b(?! was)|unsent message|returned message\b|your original message)/i,
  /^[>\s=*-]{0,80}(?:a copy of (?:the|your)|this is a copy|enclosed is a copy|below is a copy|included is a copy)/i,
  /^[>\s=*-]{0,80}(?:below this line|message headers? follow|the header of the original|forwarded message|original headers?\b)/i,
  /^[>\s=*-]{0,80}(?:copie (?:du|de votre) message|message d.origine|copia del? mensaje|mensaje original)/i,
  /^[>\s=*-]{0,80}(?:kopie (?:der|ihrer) nachricht|ursprüngliche nachricht)/i,
];
/** The head of a part that is the letter, where a mail is read as it was sent. */
const PART = /^(?:content-type[ \t]{0,3}:)?[ \t]{0,8}(?:message\/(?:rfc822|global(?!-))|text\/rfc822-headers)/i;
const HEADER = /^(?:received|return-path|dkim-signature|x-received|message-id|delivered-to|mime-version)\s{0,3}:/i;

/** The command that a reply answered, as notices name it before or behind the reply. */
const COMMAND =
  /(?:after|reply to|like our|>>>|\[)\s{0,3}(initial connection|ehlo|helo|mail[ _]from|rcpt[ _]to|end of data|final data)\b/gi;

/** Begins a line about one recipient: the address alone, or with a colon behind it. */
const RECIPIENT = /^\s{0,8}["<(]?[^\s@<>"(]{1,64}@[^\s@<>")]{1,255}[">)]{0,2}\s{0,5}(?::|$)/;

/**
 * Reads a notice in prose, as qmail, Exim and many others write it.
 * @param ours the recipient whose mail came back; where the notice names several, only the words behind it count
 * @param failed true where its headers say already that the mail failed
 * @returns undefined where it says nothing of a mail that was not delivered
 */
export function readProse(text: string, ours: string | undefined, failed = false): Notice | undefined {
  const notice = withoutCopy(text.slice(0, LONGEST_NOTICE));
  const plain = notice
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[\s#*]+/g, ' ');
  if (DELAY_PHRASES.some((phrase) => plain.includes(phrase))) return { action: 'delayed', words: '', cited: false };
  const about = wordsAbout(notice, ours);
  const own = about === notice ? undefined : saidOfOne(about);
  const reply = replyFor(own ?? about, about !== notice);
  if (reply) return { action: 'failed', cited: true, ...reply };
  if (!failed && !FAILURE_PHRASES.some((phrase) => plain.includes(phrase))) return undefined;
  return { action: 'failed', words: oneLine(own ?? notice), cited: false };
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function withoutCopy(text: string): string {
  return copyIn(text).notice;
}

function copyIn(text: string): { notice: string; copy: readonly string[] } {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex(
    (line) => COPY.some((copy) => copy.test(line.slice(0, 200))) || PART.test(line) || HEADER.test(line),
  );
  return end < 0 ? { notice: text, copy: [] } : { notice: lines.slice(0, end).join('\n'), copy: lines.slice(end) };
}

const FIELD = /^[a-z][\w-]{1,60}[ \t]{0,3}:/i;
const OF_A_NOTICE =
  /^(?:from[ \t]{0,3}:.{0,200}(?:mailer.?daemon|postmaster|mail delivery)|content-type[ \t]{0,3}:[ \t]{0,5}multipart\/report)/i;

/**
 * A notice up to the letter that it returns, whose words say nothing of its way; all of it where what it encloses is another server's
 * notice.
 */
export function beforeLetter(text: string): string {
  const { notice, copy } = copyIn(text);
  const letter = PART.test(copy[0] ?? '') ? copy.slice(copy.findIndex(isBlank)) : copy;
  const begin = letter.findIndex((line) => FIELD.test(line));
  const head = letter.slice(Math.max(begin, 0));
  const end = head.findIndex(isBlank);
  return head.slice(0, end < 0 ? undefined : end).some((line) => OF_A_NOTICE.test(line)) ? text : notice;
}

const isBlank = (line: string) => line.trim() === '';

/** From our recipient's name on; all of it where ours is not named. */
function wordsAbout(notice: string, ours: string | undefined): string {
  const at = ours === undefined ? -1 : notice.toLowerCase().indexOf(ours.toLowerCase());
  return at < 0 ? notice : notice.slice(at);
}

/**
 * What is said before a line about the next recipient; undefined where that gives no reason, because the reasons follow behind them
 * all.
 */
function saidOfOne(about: string): string | undefined {
  const lines = about.split('\n');
  const end = lines.findIndex((line, number) => number > 0 && RECIPIENT.test(line.slice(0, 400)));
  const own = lines.slice(0, end < 0 ? undefined : end).join('\n');
  return end > 0 && (replyBegin(own) !== undefined || reasonIn(own.slice(0, LONGEST_REASON))) ? own : undefined;
}

/** Each line of one reply begins with the same code (RFC 5321 section 4.2.1). */
function isOtherReply(line: string, first: string): boolean {
  const code = /^[\s<]{0,8}([45]\d\d)[ -]/.exec(line)?.[1];
  return code !== undefined && !first.startsWith(code);
}

/** The first reply of a server, to the end of its paragraph or to the next recipient, and where it is `ours` to the next reply. */
function replyFor(about: string, ours: boolean): Pick<Notice, 'words' | 'command'> | undefined {
  const begin = replyBegin(about);
  if (begin === undefined) return undefined;
  const lines = about.slice(begin, begin + LONGEST_REASON).split('\n');
  const end = lines.findIndex(
    (line, number) =>
      number > 0 &&
      (line.trim() === '' || RECIPIENT.test(line.slice(0, 400)) || (ours && isOtherReply(line, lines[0] ?? ''))),
  );
  const words = oneLine(lines.slice(0, end < 0 ? undefined : end).join('\n'));
  return { words, command: commandIn(words) ?? commandIn(about.slice(Math.max(0, begin - 300), begin)) };
}

/** The command that a server's words, or those around them, say was answered; upper case. */
export function commandIn(words: string): string | undefined {
  // Of qmail.
  if (/does not like recipient/i.test(words)) return 'RCPT TO';
  if (/failed after i sent the message/i.test(words)) return 'END OF DATA';
  const named = [...words.matchAll(COMMAND)].at(-1)?.[1]?.toUpperCase();
  return named?.endsWith('DATA') ? 'END OF DATA' : named?.replace('_', ' ');
}
