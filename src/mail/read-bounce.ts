import { feedbackOf } from './bounces/complaint.ts';
import { type ReportedRecipient, readReport, wordAbout } from './bounces/delivery-report.ts';
import { type OpenedMail, openMail } from './bounces/open-mail.ts';
import { beforeLetter, commandIn, readProse } from './bounces/prose.ts';
import { answersByItself, isAnswer, isReceipt, serverWrote } from './bounces/who-wrote.ts';
import { meaningOf, type ReplyMeaning } from './reply-meaning.ts';
import { reasonIn } from './reply-words.ts';

/** A mail was not delivered: what that means, and in which words it was said. */
export interface Failure {
  readonly kind: 'failed';
  readonly meaning: ReplyMeaning;
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`, where one is given. */
  readonly status: string | undefined;
  /** A server's; empty where only a notice for people says anything. */
  readonly words: string;
}

/**
 * What a mail to a return path says of ours. `delayed`: it is still tried. `delivered`: it arrived. `complaint`: who got it reports it.
 * `answer`: a person writes. `automatic`: an answering machine does, or a report that complains of nothing. `not-understood`: a server
 * wrote, and we can't tell what.
 */
export type Bounce =
  | Failure
  | { readonly kind: 'delayed' | 'delivered' | 'complaint' | 'answer' | 'automatic' | 'not-understood' };

export interface Circumstances {
  /** Our mail's recipient, where it is known: of a report about several, only what concerns it counts. */
  readonly recipient?: string | undefined;
  /** The envelope had the empty sender that returned mail has (RFC 5321 section 4.5.5). */
  readonly nullSender?: boolean | undefined;
}

const REPORT = /^message\/(?:global-)?delivery-status$/;
/** Gateways enclose another server's notice in one of their own; no deeper than that. */
const DEEPEST = 1;

/**
 * Reads a mail that came to a return path: delivery reports (RFC 3464, RFC 6533), complaints (RFC 5965), notices in prose. Never
 * throws.
 */
export async function readBounce(raw: Buffer, about: Circumstances = {}, depth = 0): Promise<Bounce> {
  const mail = await openMail(raw);
  if (!mail) return { kind: about.nullSender ? 'not-understood' : 'answer' };
  const feedback = feedbackOf(mail);
  if (feedback) return { kind: feedback.complains ? 'complaint' : 'automatic' };
  if (isReceipt(mail)) return { kind: 'automatic' };
  const reports = mail.parts.filter(({ type }) => REPORT.test(type)).map(({ text }) => text);
  if (!serverWrote(mail, about.nullSender ?? false) && (reports.length === 0 || isAnswer(mail)))
    return { kind: answersByItself(mail) ? 'automatic' : 'answer' };
  return inReport(mail, reports, about.recipient) ?? inProse(mail, about.recipient) ?? inEnclosed(mail, about, depth);
}

/** What is enclosed counts where a server wrote it, by what it says itself: mostly it is the letter, in which anything may stand. */
async function inEnclosed(mail: OpenedMail, { recipient }: Circumstances, depth: number): Promise<Bounce> {
  const inner = mail.parts.find(({ type }) => type === 'message/rfc822')?.bytes;
  const bounce = inner && depth < DEEPEST ? await readBounce(inner, { recipient }, depth + 1) : undefined;
  return bounce && bounce.kind !== 'answer' && bounce.kind !== 'automatic' ? bounce : { kind: 'not-understood' };
}

/** Reads the first text that has a report in it: its part, else what a broken structure left in the open. */
function inReport(mail: OpenedMail, reports: readonly string[], recipient: string | undefined): Bounce | undefined {
  const readings = [
    () => reports.flatMap(readReport),
    ...[mail.text, mail.body].map((open) => () => readReport(beforeLetter(open))),
  ];
  for (const read of readings) {
    const all = read();
    const word = wordAbout(all, recipient);
    if (word) return reportedAs(word, mail, recipient, all.length === 1);
  }
  return undefined;
}

function reportedAs(word: ReportedRecipient, mail: OpenedMail, recipient: string | undefined, alone: boolean): Bounce {
  if (word.action === 'delayed') return { kind: 'delayed' };
  if (word.action !== 'failed') return { kind: 'delivered' };
  const { status } = word;
  const inProse = readProse(mail.text, recipient);
  // Reports that say no more than 5.0.0 often tell people why.
  const text = word.words || (inProse?.words ?? '');
  const meaning = meaningOf({ text, status, command: commandIn(text) ?? inProse?.command, reported: true });
  const words = word.words || (inProse?.cited ? inProse.words : '');
  return { kind: 'failed', meaning: alone ? milder(meaning, mail.text) : meaning, status, words };
}

/** A mailbox that is full or closed is called unknown by some servers, which tell people the truth. */
function milder(meaning: ReplyMeaning, readable: string): ReplyMeaning {
  const reason = meaning === 'mailbox-gone' ? reasonIn(readable.slice(0, 2_000)) : undefined;
  if (reason === 'mailbox-full') return 'for-now';
  return reason === 'suspended' ? 'other' : meaning;
}

function inProse(mail: OpenedMail, recipient: string | undefined): Bounce | undefined {
  const failed = mail.header('x-failed-recipients') !== '';
  const subject = readProse(mail.subject, recipient, failed);
  const notice = readProse(mail.text, recipient, subject?.action === 'failed') ?? readProse(mail.body, recipient);
  if (!notice) return undefined;
  if (notice.action === 'delayed') return { kind: 'delayed' };
  const { words, command, cited } = notice;
  const meaning = meaningOf({ text: words, command, reported: true });
  // qmail writes its codes so, in words of its own.
  const status = /#([245]\.\d\.\d{1,3})/.exec(words)?.[1];
  return { kind: 'failed', meaning, status, words: cited ? words : '' };
}
