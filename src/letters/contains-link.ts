import { withoutPiledMarks } from '../text/text-cleaning.ts';
import { likenessOf } from './top-level-domains.ts';

/** What no sentence holds: schemes, markup, encoded labels. */
const MARKED = /:\/\/|\b(?:https?|hxxps?|ftp|mailto):|www\.|xn--|<[a-z/!]/i;
/** Nor a mailbox, nor numbers of hosts with a port or a path. */
const MAILBOX = /[^\s@]@[^\s@]+\./;
const NUMBERED = /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/|:\d)/;
const DOTTED = /(?<=([\p{L}\p{N}-]))\.([\p{L}\p{M}]{2,24})(?![\p{L}\p{M}\p{N}])(\/|:\d)?/gu;
/** Full stops in brackets, set apart or spelled out. */
const BRACKETED =
  /[\p{L}\p{N}]\s?[([{]\s?(?:\.|dot|point|punto|نقطة)\s?[)\]}]\s?(?:com|net|org|info|biz|xyz)(?![\p{L}\p{N}])/iu;
const APART = /[\p{L}\p{N}]\s(?:(?:dot|punto)\s|\.\s?)(?:com|net|org|info|biz|xyz)(?![\p{L}\p{N}])/iu;
/** `w w w`: whole rows of them, so that none is gone through twice; five make a word. */
const LETTERS_APART = /(?<![\p{L}\p{N}.])[\p{L}\p{N}.](?: [\p{L}\p{N}.](?![\p{L}\p{N}]))+/gu;
const FIVE_APART = 9;
const ENDS_CLAUSE = /^[)\]"'»”]*(?:[.!?…]+(?=\s|$)|[^\S\n]*(?:\n|$))/;
/** As much of what follows as shows whether a clause ends. */
const AFTER = 40;
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A word after a full stop, with what stands around both. */
interface Dotted {
  /** The character before the full stop, and whether it stands alone, as an initial does. */
  readonly before: string;
  readonly initial: boolean;
  readonly word: string;
  readonly path: boolean;
  readonly after: string;
}

/**
 * Whether a text names an address of a site or a mailbox, also where it is hidden from machines; no more than a person's look hangs on
 * it.
 */
export function containsLink(text: string): boolean {
  const read = asRead(text);
  return (
    [MARKED, MAILBOX, NUMBERED, BRACKETED, APART].some((sign) => sign.test(read)) ||
    read.matchAll(DOTTED).some((found) => isAddress(dotted(found, read)))
  );
}

function dotted(found: RegExpExecArray, read: string): Dotted {
  const [whole, before = '', word = '', path] = found;
  const end = found.index + whole.length;
  const initial = !/[\p{L}\p{N}-]/u.test(read.charAt(found.index - 2));
  return { before, initial, word, path: path !== undefined, after: read.slice(end, end + AFTER) };
}

/**
 * A capital after a full stop begins a sentence, unless no sentence begins so; a small letter hardly does. A path makes any domain an
 * address.
 */
function isAddress({ before, initial, word, path, after }: Dotted): boolean {
  const likeness = likenessOf(word.toLowerCase());
  if (likeness === undefined || path) return likeness !== undefined;
  if (/\p{N}/u.test(before) && word.length === 2) return false;
  if (isCapitalised(word)) return likeness === 'plain' || likeness === 'country' || (likeness === 'domain' && !initial);
  if (likeness === 'name') return !initial;
  return likeness === 'word' ? ENDS_CLAUSE.test(after) : likeness !== 'sentence';
}

function isCapitalised(word: string): boolean {
  return word !== word.toLowerCase() && word !== word.toUpperCase();
}

/** As it looks: without what can't be seen; wide letters and the full stops of other scripts make addresses too (UTS 46, section 4). */
function asRead(text: string): string {
  return withoutPiledMarks(text)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\u3002\uff61\u06d4]/g, '.')
    .replace(LETTERS_APART, (letters) => (letters.length < FIVE_APART ? letters : letters.replaceAll(' ', '')));
}
