import { REPLY_PHRASES, type Reason } from './reply-phrases.ts';

/** The reason that a server's words give; undefined where they give none that we know. @param words at most a few thousand characters */
export function reasonIn(words: string): Reason | undefined {
  return reasonOf(words) ?? reasonOf(words.replace(HOSTS, ' '));
}

/** Names that stand inside a phrase: `domain gov.example does not exist`, `user a.clerk unknown`. */
const HOSTS = /(?<![^\s<("'[])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;

function reasonOf(words: string): Reason | undefined {
  const plain = ` ${plainWords(words)} `;
  return REPLY_PHRASES.find(([, phrases]) => phrases.some((phrase) => plain.includes(phrase)))?.[0];
}

/** Without addresses (which may hold any word), the codes that each line of a long reply repeats, and punctuation. */
function plainWords(words: string): string {
  return words
    .replace(/[^\s<>]+/g, (token) => (token.includes('@') ? ' ' : token))
    .toLowerCase()
    .replace(/\b[245]\d\d[- ](?:#?[245]\.\d{1,3}\.\d{1,3})?/g, ' ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
