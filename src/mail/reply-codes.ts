/** The reply code (RFC 5321 section 4.2) with which a server's words begin, or the first that stands like one among them. */
export function replyCode(words: string): number | undefined {
  const found =
    /^\W{0,3}([245]\d\d)(?!\d)/.exec(words)?.[1] ??
    /(?:^|[\s:;<'])([245][0-7]\d)[- ](?=[<'#\p{L}\d])/u.exec(words)?.[1];
  return found ? Number(found) : undefined;
}

/**
 * The enhanced status code (RFC 3463) of a reply, e.g. `5.1.1`; the one behind a reply code before any other; undefined where none is
 * given.
 */
export function enhancedCode(words: string): string | undefined {
  return (
    /(?:^|[^\d.])[245]\d\d[- ]['"#(]{0,2}([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1] ??
    /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)/.exec(words)?.[1]
  );
}

const REPLY_BEGINS =
  /(?:^[ \t]{0,20}|[:'"(<>=]\s{0,20}|\bsaid\b:?\s{0,20}|\]\s{0,5}|\breturned\s)[45](?:[0-5]\d(?=[-\s:,])|\.[0-7]\.\d{1,3}(?!\d|\.\d))/m;

/**
 * Where a server's reply begins in a notice: behind the beginning of a line, a colon, a quote or a bracket.
 * @returns undefined where there is none
 */
export function replyBegin(notice: string): number | undefined {
  const found = REPLY_BEGINS.exec(notice);
  return found ? found.index + found[0].search(/[45](?:\d\d|\.\d\.\d{1,3})$/) : undefined;
}
