import { type Mailbox, readMailbox } from '../text/mailbox.ts';
import { oneLine } from '../text/text-cleaning.ts';
import { InvalidEntryError } from './bad-row.ts';
import type { Channel } from './representative-queries.ts';

type Contact = Pick<Channel, 'kind' | 'value'>;

/** In UTF-16 code units; looked at before anything else. */
const LONGEST = 500;
const LONGEST_FIELD = 2_000;
/** What pages put into addresses so that they break, and text editors leave behind. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;
const IN_BRACKETS = /<([^<>]*)>/g;
/** Names in quotes may hold anything, addresses too. */
const QUOTED_NAME = /"[^"<>]*"\s{0,9}(?=<)|(?<![^\s,;])'[^'<>]*'\s{0,9}(?=<)/g;
/** A link to mailboxes may name several (RFC 6068). */
const MAILTO = /mailto:[^\s<>;|]+/gi;

/**
 * How somebody is reached, of one field of a file: an e-mail field may hold several addresses, each as programs write them, `mailto:`,
 * with a name before `<…>`, or with a full stop at its end.
 * @throws InvalidEntryError where the value can't be what it is said to be
 */
export function contacts(kind: Channel['kind'], given: string): Contact[] {
  if (given.length > LONGEST_FIELD) throw new InvalidEntryError(`empty or too long: ${kind}`);
  return kind === 'email' ? mailboxes(given).map(({ address }) => ({ kind, value: address })) : [other(kind, given)];
}

function other(kind: Channel['kind'], given: string): Contact {
  const value = oneLine(kind === 'web-form' ? given.replace(UNSEEN, unlessJoined) : given);
  if (kind === 'web-form' && !isWebAddress(value))
    throw new InvalidEntryError(
      `not a web address: ${value.slice(0, 60)}${/^[\w-]+\.\w/.test(value) ? '; write it with https:// before it' : ''}`,
    );
  if (value === '' || value.length > LONGEST) throw new InvalidEntryError(`empty or too long: ${kind}`);
  return { kind, value };
}

/** Between letters of some scripts a joiner is part of the word (RFC 5892, appendix A). */
function unlessJoined(unseen: string, at: number, whole: string): string {
  const between = BEYOND_ASCII.test(whole[at - 1] ?? '') && BEYOND_ASCII.test(whole[at + 1] ?? '');
  return /[\u200c\u200d]/.test(unseen) && between ? unseen : '';
}

/** Whether a text is an address of the web that can stand in a link. */
export function isWebAddress(text: string): boolean {
  return text.length <= LONGEST && /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu.test(text) && URL.canParse(text);
}

function mailboxes(given: string): Mailbox[] {
  const field = given
    .replace(UNSEEN, unlessJoined)
    .replace(/mailto:\s{1,20}/gi, 'mailto:')
    .replace(MAILTO, (link) => link.replace(/,(?=[^,])(?!mailto:)/gi, ',mailto:'));
  const read = addressesIn(field).map((one) => {
    const mailbox = readMailbox(bare(one).replace(/\.$/, ''));
    if (!mailbox) throw new InvalidEntryError(`not an e-mail address: ${oneLine(field).slice(0, 60)}`);
    return mailbox;
  });
  if (read.length === 0) throw new InvalidEntryError(`not an e-mail address: ${oneLine(field).slice(0, 60)}`);
  return [...new Map(read.map((mailbox) => [mailbox.comparable, mailbox])).values()];
}

/** Of a link to a mailbox what it stands for (RFC 6068): `mailto:a%2Bb@…` is a+b. One that says more than a mailbox is none. */
function bare(one: string): string {
  if (!/^mailto:/i.test(one)) return one;
  try {
    return one.includes('?') ? '' : decodeURIComponent(one.slice('mailto:'.length));
  } catch {
    return '';
  }
}

/** Where any stand in brackets, what stands outside of them is names, and further addresses. */
function addressesIn(field: string): string[] {
  const bracketed = [...field.matchAll(IN_BRACKETS)].map(([, inside = '']) => inside.trim());
  const outside = field
    .replace(QUOTED_NAME, ' ')
    .replace(IN_BRACKETS, ' ')
    .split(/[\s;,|،؛，；、]+/)
    .filter((word) => !['', '/', '&'].includes(word));
  return bracketed.length === 0 ? outside : [...bracketed, ...outside.filter((word) => word.includes('@'))];
}
