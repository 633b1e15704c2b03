import { meaningOf, type ReplyMeaning } from './reply-meaning.ts';
import type { SaidHere } from './said-here.ts';

/** What nodemailer throws: the server's reply, where there was one. */
export interface SmtpFailure extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  /** The command that was answered. */
  readonly command?: string;
}

const LONGEST_REPLY = 200;
/** Longer replies are cut before anything looks at them. */
const LONGEST_LOOKED_AT = 2_000;

export interface ReadFailure {
  readonly permanent: boolean;
  readonly temporary: boolean;
  readonly meaning: ReplyMeaning;
  /** The server's words without addresses. */
  readonly reply: string;
}

/** Reads a failure: a reply of 5xx is for good, 4xx for now (RFC 5321 section 4.2.1); without a reply nobody said anything. */
export function whatItMeans(failure: SmtpFailure): ReadFailure {
  const code = failure.responseCode ?? 0;
  // 421 means that the server is going away, at any moment: of a body that was sent nothing is known then. Beyond 599 there is no code.
  const answered = code >= 400 && code < 600 && code !== 421;
  const text = failure.response ?? '';
  return {
    permanent: answered && code >= 500,
    temporary: answered && code < 500,
    meaning: answered ? meaningOf({ text, code, command: failure.command }) : 'for-now',
    reply: withoutPeople(text || failure.code || ('no-reply' satisfies SaidHere)),
  };
}

/** A server's words without the addresses in them, on one line. */
export function withoutPeople(reply: string): string {
  const words = reply
    .slice(0, LONGEST_LOOKED_AT)
    .replace(/\p{Cc}/gu, ' ')
    .split(' ')
    .filter(Boolean);
  // What was cut in two may be half an address.
  if (reply.length > LONGEST_LOOKED_AT) words.pop();
  return words
    .map((word) => word.replace(/[^<>]+/g, (part) => (part.includes('@') ? '…' : part)).replace('<…>', '…'))
    .join(' ')
    .slice(0, LONGEST_REPLY);
}

/** Whether these are a mail server's words: they begin with a reply code (RFC 5321) or an enhanced one (RFC 3463). */
export function isReply(words: string): boolean {
  return /^[245](?:\d\d[ -]|\.\d{1,3}\.\d)/.test(words);
}
