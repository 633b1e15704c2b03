/** Domains that begin no sentence and follow no "point" in one, so that blanks don't hide them. */
const DOMAINS = '(?:com|org|xyz|biz|fr|ru)';
/** Those that are also words, or begin one: "net", "info", "point net". */
const WORDLIKE = '(?:net|info|io|co|eu|uk)';
const ARABIC_DOMAINS = '(?:كوم|نت|[أا]ور[جغ])';
const END = '(?![\\p{L}\\p{N}])';
const START = '(?<![\\p{L}\\p{N}])';
const NAME = '(?<=[\\p{L}\\p{N}])';
const OPEN = '[\\s([{<*_-]{1,3}';
const CLOSE = '[\\s)\\]}>*_-]{1,3}';
/** "Dot" in the four languages. */
const SAID = '(?:d[o0]t|point|punto|نقطة)';
/** What makes of "point" a noun: "un point net", "punto de información". */
const A_NOUN =
  '(?<!(?<!\\p{L})(?:un|une|le|ce|du|au|tel|tout|chaque|mon|son|notre|votre|leur|premier|est|sont|soit|' +
  'the|a|an|this|that|each|some|one|what|my|our|your|which|any|el|este|ese|al|del|cada|mi|su|nuestro|primer))';

const sign = (pattern: string, flags = 'iu') => new RegExp(pattern, flags);

/** What no sentence holds, on text read as it looks (see `containsLink`); each takes time as the text's length. */
export const signs: readonly RegExp[] = [
  // Schemes, also with blanks; markup; encoded labels.
  sign(':\\s?[/\\\\]\\s?[/\\\\]|xn--|<[a-z/!]'),
  sign(`${START}(?:h ?[tx] ?[tx] ?p ?s?|w ?w ?w ?\\d{0,2})${END}`),
  sign(`${START}(?:hxxps?|https?|ftp|mailto|javascript|vbscript|callto) ?:`),
  sign(
    `${START}(?:(?:tel|sms|whatsapp): ?\\+?\\d|magnet:\\?|data:(?:text|image|application)/|(?:file|tg|geo|intent):/)`,
  ),
  // A mailbox; numbers of hosts with a port or a path.
  /[^\s@]@[^\s@]+\./,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/|:\d)/,
  // Stops set apart, in brackets, of other shapes, or spelled out.
  sign(`${NAME}\\s?(?:[.·•‧∙⋅*]\\s?){1,3}(?:com|org|xyz|biz)${END}`),
  sign(`(?<=\\p{L}),(?:com|org|net)${END}`),
  sign(`${NAME}\\s?[.·•‧∙⋅*]\\s?(?:c ?o ?m|o ?r ?g|net|info)${END}`, 'u'),
  sign(`${NAME}\\s?\\.\\s?C ?O ?M${END}`, 'u'),
  sign(`${NAME}\\s\\.\\s?(?:net|info)${END}`),
  sign(`${NAME}\\s?[([{]\\s?[.·]\\s?[)\\]}]\\s?\\p{L}{2,24}${END}`),
  sign(`${NAME}${OPEN}${SAID}${CLOSE}(?:${DOMAINS}|${ARABIC_DOMAINS})${END}`),
  sign(`${NAME}${A_NOUN}${OPEN}${SAID}${CLOSE}${WORDLIKE}${END}`),
  sign(`${NAME}\\s?[([{]\\s?${SAID}\\s?[)\\]}]\\p{L}{2,24}${END}`),
  sign(`(?<=\\p{L})dot(?:com|org|net)${END}`),
  sign(`${NAME}(?: ?\\. ?)(?:co|com|org|net|gov|ac) ?\\. ?[a-z]{2}${END}`, 'u'),
  sign(`${START}(?:t|m|wa|bit) ?\\. ?(?:me|ly) ?/`),
];
