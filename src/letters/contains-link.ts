import { withoutPiledMarks } from '../text/text-cleaning.ts';
import { isEverydayWord } from './everyday-words.ts';
import { signs } from './link-signs.ts';
import { withLatinLooks } from './look-alikes.ts';
import { likenessOf } from './top-level-domains.ts';

const DOTTED = /(?<=([\p{L}\p{N}-]))\.([\p{L}\p{M}]{2,24})(?![\p{L}\p{M}\p{N}])(\/|:\d|\?[\w-]{1,40}=|#\w)?/gu;
/** `w w w`: whole rows of them, so that none is gone through twice; five make a word. */
const LETTERS_APART = /(?<![\p{L}\p{N}.])[\p{L}\p{N}.](?: [\p{L}\p{N}.](?![\p{L}\p{N}]))+/gu;
const FIVE_APART = 9;
const ENDS_CLAUSE = /^[)\]"'»”]*(?:[.!?…]+(?=\s|$)|[^\S\n]*(?:\n|$))/;
/** As much of what follows as shows whether a clause ends. */
const AFTER = 40;
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The last word, alone: no label after another, no part of a name; and words that send to an address. */
const LAST_WORD = /(?<![\p{L}\p{M}\p{N}.@_-])(?<word>\p{L}[\p{L}\p{M}]{0,23})$/u;
const SENDERS = new Set([
  ...'see visit website site link click url page visitez visite voir voyez lien cliquez'.split(' '),
  ...'visita vea sitio página enlace موقع موقعنا رابط زوروا'.split(' '),
]);
const NUMBER = /(?<![\p{L}\p{N}-])[\p{N}-]{1,40}$/u;
/** As much of what stands before as shows this. */
const BEFORE = 60;

/** A word after a full stop, with what stands around both. */
interface Dotted {
  /** Whether the character before the full stop stands alone, as an initial does. */
  readonly initial: boolean;
  /** Whether a number stands before it. */
  readonly number: boolean;
  readonly word: string;
  readonly path: boolean;
  readonly after: string;
  /** Whether a sentence may end before the full stop. */
  readonly everyday: boolean;
  /** Whether the words before send to it. */
  readonly sent: boolean;
}

/**
 * Whether a text names an address of a site or a mailbox, also where it is hidden from machines; no more than a person's look hangs on
 * it. A full stop without a blank is one of a sentence where a word of every day stands before it and a word after it, unless a path
 * follows or the words before send there ("visit", "our site"); else see `isAddress`.
 */
export function containsLink(text: string): boolean {
  return linkIn(text) !== undefined;
}

/** The first that looks like an address, with what it is written together with, as it looks to a reader; undefined where nothing does. */
export function linkIn(text: string): string | undefined {
  const read = asRead(text);
  for (const seen of new Set([read, withLatinLooks(read)])) {
    const found = signIn(seen) ?? seen.matchAll(DOTTED).find((one) => isAddress(dotted(one, seen)));
    if (found) return wholeWord(seen, found.index, found.index + found[0].length);
  }
  return undefined;
}

function signIn(seen: string): RegExpExecArray | undefined {
  for (const sign of signs) {
    const found = sign.exec(seen);
    if (found) return found;
  }
  return undefined;
}

/** Up to the blanks around it, no longer than is shown. */
function wholeWord(seen: string, from: number, to: number): string {
  const before = seen.slice(Math.max(0, from - BEFORE), from).split(/\s/);
  const after = seen.slice(to, to + AFTER).split(/\s/);
  return `${before.at(-1)}${seen.slice(from, to)}${after[0]}`.trim();
}

function dotted(found: RegExpExecArray, read: string): Dotted {
  const [whole, , word = '', path] = found;
  const end = found.index + whole.length;
  const initial = !/[\p{L}\p{N}-]/u.test(read.charAt(found.index - 2));
  const said = read.slice(Math.max(0, found.index - BEFORE), found.index);
  const sent = sendsThere(said);
  const everyday = !sent && endsSentence(said);
  return {
    number: NUMBER.test(said),
    initial,
    word,
    path: path !== undefined,
    after: read.slice(end, end + AFTER),
    everyday,
    sent,
  };
}

function endsSentence(before: string): boolean {
  const word = LAST_WORD.exec(before)?.groups?.word;
  return word !== undefined && isEverydayWord(word);
}

/** Whether one of the three words before the last sends to an address: "our site: …", "visit us at …". */
function sendsThere(before: string): boolean {
  const words = before.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return words.slice(-4, -1).some((word) => SENDERS.has(word));
}

/**
 * A capital after a full stop begins a sentence, unless no sentence begins so; a small letter hardly does. A path makes any domain an
 * address.
 */
function isAddress({ number, initial, word, path, after, everyday, sent }: Dotted): boolean {
  const likeness = likenessOf(word.toLowerCase());
  if (likeness === undefined || path) return likeness !== undefined;
  if (number && word.length === 2) return false;
  if (isCapitalised(word)) return likeness === 'plain' || likeness === 'country' || (likeness === 'domain' && !initial);
  if (likeness === 'name') return !initial;
  return likeness === 'word' ? !everyday && (sent || ENDS_CLAUSE.test(after)) : likeness !== 'sentence';
}

function isCapitalised(word: string): boolean {
  return word !== word.toLowerCase() && word !== word.toUpperCase();
}

/** As it looks: without what can't be seen; wide letters and the full stops of other scripts make addresses too (UTS 46, section 4). */
function asRead(text: string): string {
  return withoutPiledMarks(text)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\u3002\uff61\u06d4\ua4f8\u0701\u0702]/g, '.')
    .replace(LETTERS_APART, (letters) => (letters.length < FIVE_APART ? letters : letters.replaceAll(' ', '')));
}
