import { domainToASCII, domainToUnicode } from 'node:url';

/** What labels of any script are made of (RFC 5892), the hyphen and the few marks that stand inside words included. */
const LABEL = /^(?!-)(?:[\p{L}\p{M}\p{Nd}\u00b7\u0375\u05f3\u05f4\u30fb-]|\u200c|\u200d)+(?<!-)$/u;
const ENCODED = /^xn--/;
const LONGEST_LABEL = 63;

/**
 * Reads the domain of an e-mail address as it was typed, in any script (RFC 5890). `domainToASCII` alone cuts at `/`, `?` and `#`, undoes
 * percent-encoding and drops what can't be seen; so the labels are looked at first, and what it gives must read as what was typed.
 * @returns it in ASCII and small letters, as DNS and SMTP know it; undefined where nobody could have mail there, numbers of hosts included
 */
export function readDomain(typed: string): string | undefined {
  const small = smallLetters(typed);
  const labels = small.split('.');
  if (labels.length < 2 || !labels.every(isTyped) || !isTopLevel(labels.at(-1) ?? '')) return undefined;
  const ascii = domainToASCII(small);
  return readsAs(ascii, labels) && ascii.split('.').every((label) => label.length <= LONGEST_LABEL) ? ascii : undefined;
}

/** As UTS 46 maps case, letter by letter: a capital sigma at the end of a word is no final one; Cherokee is kept in its capitals. */
function smallLetters(typed: string): string {
  return Array.from(typed, (letter) => (/\p{sc=Cherokee}/u.test(letter) ? letter.toUpperCase() : letter.toLowerCase()))
    .join('')
    .normalize('NFC');
}

/** Two hyphens after two letters are kept for encoded labels (RFC 5891, section 4.2.3.1). */
function isTyped(label: string): boolean {
  if (ENCODED.test(label)) return isEncoded(label);
  return LABEL.test(label) && label.slice(2, 4) !== '--';
}

/** Whether an encoded label stands for a word that could have been typed, and is written in the one way there is. */
function isEncoded(label: string): boolean {
  const word = domainToUnicode(label);
  return !ENCODED.test(word) && LABEL.test(word) && domainToASCII(word) === label;
}

/** Top-level domains are words; one with a number is part of a host's address. */
function isTopLevel(label: string): boolean {
  return label.length > 1 && (ENCODED.test(label) || !/[\p{Nd}-]/u.test(label));
}

/** Nothing was cut, decoded, dropped or mapped to other letters on the way. */
function readsAs(ascii: string, labels: readonly string[]): boolean {
  const words = labels.map((label) => (ENCODED.test(label) ? domainToUnicode(label) : label));
  return ascii !== '' && domainToUnicode(ascii) === words.join('.');
}
