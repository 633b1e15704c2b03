import { langs } from '../../config/langs.ts';
import { type Claim, findClaims } from './find-claims.ts';
import { languageOf } from './language-of.ts';
import { sentenceAround } from './sentences.ts';

/**
 * Finds claims in a text that may be in several languages: each sentence is read in its own, or where it does not tell, in that of its line
 * or its text.
 */
export function claimsOfAnyLanguage(text: string): readonly Claim[] {
  const words = withoutTags(text);
  const whole = languageOf(words) ?? 'en';
  const languageAt = ({ start, end }: Claim) => {
    const from = words.lastIndexOf('\n', start - 1) + 1;
    const to = words.indexOf('\n', end);
    const line = words.slice(from, to < 0 ? words.length : to);
    return languageOf(sentenceAround(line, start - from, end - from)) ?? languageOf(line) ?? whole;
  };
  return langs
    .flatMap((lang) => findClaims(text, lang).filter((claim) => languageAt(claim) === lang))
    .sort((one, other) => one.start - other.start);
}

/** A text of the same length with spaces for the tags within a line, and with the ends of lines for others. */
function withoutTags(text: string): string {
  return text.replace(/<\/?([a-z][a-z\d]{0,20})[^<>]{0,500}>/giu, (tag, name: string) =>
    (/^(?:a|abbr|b|em|i|mark|small|span|strong|sub|sup|time|u)$/iu.test(name) ? ' ' : '\n').padEnd(tag.length),
  );
}
