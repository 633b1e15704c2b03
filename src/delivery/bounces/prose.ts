import { replyBegin } from '../reply-codes.ts';
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
const COPY =
  /^[>\s=*-]{0,80}(?:original message\b(?! was)|unsent message|returned message\b|your original message|a copy of (?:the|your)|this is a copy|enclosed is a copy|below this line|below is a copy|included is a copy|message headers? follow|the header of the original|forwarded message|original headers?\b)/i;
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
  const reply = replyFor(wordsAbout(notice, ours));
  if (reply) return { action: 'failed', cited: true, ...reply };
  if (!failed && !FAILURE_PHRASES.some((phrase) => plain.includes(phrase))) return undefined;
  return { action: 'failed', words: oneLine(notice), cited: false };
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function withoutCopy(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => COPY.test(line.slice(0, 200)) || HEADER.test(line));
  return lines.slice(0, end < 0 ? undefined : end).join('\n');
}

/** From our recipient's name to the next recipient's; all of it where ours is not named. */
function wordsAbout(notice: string, ours: string | undefined): string {
  const at = ours === undefined ? -1 : notice.toLowerCase().indexOf(ours.toLowerCase());
  return at < 0 ? notice : notice.slice(at);
}

/** The first reply of a server, to the end of its paragraph or to the next recipient. */
function replyFor(about: string): Pick<Notice, 'words' | 'command'> | undefined {
  const begin = replyBegin(about);
  if (begin === undefined) return undefined;
  const lines = about.slice(begin, begin + LONGEST_REASON).split('\n');
  const end = lines.findIndex(
    (line, number) => number > 0 && (line.trim() === '' || RECIPIENT.test(line.slice(0, 400))),
  );
  const words = oneLine(lines.slice(0, end < 0 ? undefined : end).join('\n'));
  return { words, command: commandIn(words) ?? commandIn(about.slice(Math.max(0, begin - 300), begin)) };
}

/** The command that a server's words, or those around them, say was answered; upper case. */
export function commandIn(words: string): string | undefined {
  const named = [...words.matchAll(COMMAND)].at(-1)?.[1]?.toUpperCase();
  return named?.endsWith('DATA') ? 'END OF DATA' : named?.replace('_', ' ');
}
