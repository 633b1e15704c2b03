import type { ParsedMail } from 'mailparser';
import { parseMail } from '../parse-mail.ts';
import { boundedMail } from './bounded-mail.ts';

export interface Part {
  /** Its type, in lower case. */
  readonly type: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** A returned mail, opened: only what stands in it itself, nothing of the letter that it encloses. */
export interface OpenedMail {
  readonly parts: readonly Part[];
  /** What is written for people, as plain text. */
  readonly text: string;
  readonly subject: string;
  /** All behind its headers, as it was sent: for mails whose structure is broken. */
  readonly body: string;
  /** `multipart/report` or another type, in lower case. */
  readonly type: string;
  /** The first header of that name on one line; empty where there is none. */
  header(name: string): string;
}

const LONGEST_TEXT = 64_000;
const LONGEST_SUBJECT = 300;

/** Opens a mail within limits. @returns undefined where its structure can't be made out */
export async function openMail(raw: Buffer): Promise<OpenedMail | undefined> {
  const bytes = boundedMail(raw);
  const mail = await parseMail(bytes, {
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    keepCidLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    checksumAlgo: false,
  }).catch(() => undefined);
  return mail && opened(mail, bytes);
}

function opened(mail: ParsedMail, bytes: Buffer): OpenedMail {
  const header = (name: string) => headerOf(mail, name);
  return {
    header,
    subject: String(mail.subject ?? '').slice(0, LONGEST_SUBJECT),
    body: bodyOf(bytes),
    type: header('content-type').split(';')[0]?.trim().toLowerCase() ?? '',
    text: (mail.text?.trim() || plainText(mail.html || '')).slice(0, LONGEST_TEXT),
    parts: mail.attachments.map(({ contentType, content }) => ({
      // Where a head is odd enough, the parser gives no string.
      type: String(contentType).toLowerCase(),
      bytes: content,
      text: decoded(content.subarray(0, LONGEST_TEXT)),
    })),
  };
}

function bodyOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const blank = text.search(/\r?\n\r?\n/);
  return blank < 0 ? '' : text.slice(blank, blank + LONGEST_TEXT);
}

function headerOf(mail: ParsedMail, name: string): string {
  const line = mail.headerLines.find(({ key }) => key === name)?.line ?? '';
  return line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Reports are ASCII or UTF-8 (RFC 6533); some old servers write ISO-2022-JP all the same. */
function decoded(bytes: Buffer): string {
  return bytes.includes('\u001b$') ? new TextDecoder('iso-2022-jp').decode(bytes) : bytes.toString('utf8');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', quot: '"' };

/** What a page says, without its marks; each in turn, so that no run of brackets costs more than its length. */
function plainText(html: string): string {
  return html
    .slice(0, LONGEST_TEXT)
    .replaceAll('<br', '\n<br')
    .replaceAll('</', '\n</')
    .split('<')
    .map((piece, at) => (at === 0 ? piece : piece.slice(piece.indexOf('>') + 1)))
    .join(' ')
    .replaceAll(/&(lt|gt|amp|nbsp|quot);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}
