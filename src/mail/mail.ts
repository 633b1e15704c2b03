import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import type { Lang } from '../config/langs.ts';
import type { Settings } from '../config/settings.ts';
import type { ReplyMeaning } from './reply-meaning.ts';

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** A mail in plain text, before it is a message. */
export interface Mail {
  readonly from: Person;
  readonly replyTo?: Person;
  readonly to: Person | string;
  readonly subject: string;
  readonly text: string;
  /** The same for programs that show it. */
  readonly html?: string;
  readonly lang: Lang;
  readonly at: Date;
  /** True for what the program says of itself (RFC 3834); never for a person's letter. */
  readonly automatic: boolean;
}

/** A finished message with its envelope (RFC 5321 section 2.3.1). */
export interface Message {
  readonly to: string;
  /** Where bounces go. */
  readonly returnPath: string;
  readonly bytes: Buffer;
}

/** What became of handing a message over. */
export type HandOver =
  | { readonly outcome: 'accepted'; readonly reply: string }
  /** A permanent no, with the server's words and what they mean. */
  | { readonly outcome: 'refused'; readonly reply: string; readonly meaning: Exclude<ReplyMeaning, 'ours' | 'for-now'> }
  /**
   * A no for now, or silence: the receiver's; or our own relay's, or a crowd on the way to one domain, which say nothing of the
   * receiver.
   */
  | { readonly outcome: 'deferred'; readonly reply: string; readonly because: 'receiver' | 'relay' | 'crowd' }
  /** The line broke when the server may have had all of it. */
  | { readonly outcome: 'unknown'; readonly reply: string }
  /** `beforeBody` said no: nothing left. */
  | { readonly outcome: 'abandoned' };

export interface MailTransport {
  /**
   * Hands one message over.
   * @param beforeBody called once the server has agreed to take the body, before a byte of it leaves; false ends it there
   */
  send(message: Message, beforeBody?: () => Promise<boolean>): Promise<HandOver>;
  close(): Promise<void>;
}

/** Anything that could break a header or deceive about it. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e]+/gu;
/** Where our own words set names apart: a text needs it, a header of few words looks forged with it. */
const ISOLATES = /[\u2066-\u2069]/g;

/** Nothing that somebody typed is an encoded word (RFC 2047): a reader would see what nobody confirmed. */
function headerWords(words: string): string {
  return words.replace(ISOLATES, '').replace(UNSAFE, ' ').replaceAll('=?', '= ?').trim();
}

function mailbox(who: Person | string) {
  return typeof who === 'string' ? who : { name: headerWords(who.name), address: headerWords(who.address) };
}

/** Makes messages: RFC 5322, signed with DKIM (RFC 6376) where the operator gave a key. */
export function messageMaker(
  settings: Pick<Settings, 'MAIL_DOMAIN' | 'DKIM_KEY_FILE' | 'DKIM_SELECTOR'>,
): (mail: Mail, returnPath: string) => Promise<Message> {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...signing(settings),
  });
  return async (mail, returnPath) => {
    const to = typeof mail.to === 'string' ? mail.to : mail.to.address;
    const { message } = await composer.sendMail({
      from: mailbox(mail.from),
      to: mailbox(mail.to),
      ...(mail.replyTo ? { replyTo: mailbox(mail.replyTo) } : {}),
      subject: headerWords(mail.subject),
      text: mail.text,
      ...(mail.html ? { html: mail.html } : {}),
      date: mail.at,
      messageId: `<${crypto.randomUUID()}@${settings.MAIL_DOMAIN}>`,
      envelope: { from: returnPath, to },
      headers: { 'Content-Language': mail.lang, ...(mail.automatic ? { 'Auto-Submitted': 'auto-generated' } : {}) },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { to, returnPath, bytes: message as Buffer };
  };
}

function signing({
  MAIL_DOMAIN,
  DKIM_KEY_FILE,
  DKIM_SELECTOR,
}: Pick<Settings, 'MAIL_DOMAIN' | 'DKIM_KEY_FILE' | 'DKIM_SELECTOR'>) {
  if (!DKIM_KEY_FILE || !DKIM_SELECTOR) return {};
  return {
    dkim: { domainName: MAIL_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: keyIn(DKIM_KEY_FILE) },
  };
}

/** With what can't sign, mail would leave unsigned without a word; keys of fewer than 1024 bits are taken by nobody (RFC 8301). */
function keyIn(file: string): string {
  const text = readKey(file);
  if (bitsOf(text) < 1024)
    throw new Error(
      `DKIM_KEY_FILE: ${file} holds no private key that signs: RSA, 1024 bits or more (2048 is usual), as PEM without a password`,
    );
  return text;
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`DKIM_KEY_FILE: ${file} can’t be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** @returns 0 for what is no private key of RSA */
function bitsOf(pem: string): number {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' ? (asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  } catch {
    return 0;
  }
}
