/** Bytes of a returned mail that are looked at; what it says of itself stands before the letter that it returns. */
export const LARGEST_READ = 256 * 1024;
const LONGEST_LINE = 2_000;
/** A header with its folded lines. RFC 5322 section 2.1.1 has 998 characters in mind for each line. */
const LONGEST_HEADER = 4_000;
const MOST_HEADERS = 200;
const MOST_LINES = 5_000;

/**
 * A mail cut to what can be looked at in little time, before anything looks at it: its first bytes and lines, no line and no header
 * beyond its limit. A mail that keeps to the limits comes back as it is.
 */
export function boundedMail(raw: Buffer): Buffer {
  const bound = new HeadLimits();
  const lines = raw.subarray(0, LARGEST_READ).toString('latin1').split('\n', MOST_LINES);
  const withinBound = lines.filter((line) => bound.keeps(line)).map(shortLine);
  return Buffer.from(withinBound.join('\n'), 'latin1');
}

function shortLine(line: string): string {
  return line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
}

/** Which lines of the heads of a mail and of its parts are within the limits. A line of two hyphens may begin a part. */
class HeadLimits {
  #inHead = true;
  #headers = 0;
  #length = 0;

  keeps(line: string): boolean {
    if (line.startsWith('--')) this.#begin();
    else if (line.trim() === '') this.#inHead = false;
    return !this.#inHead || this.#counts(line);
  }

  #begin(): void {
    this.#inHead = true;
    this.#headers = 0;
    this.#length = 0;
  }

  #counts(line: string): boolean {
    if (!/^[ \t]/.test(line)) {
      this.#headers += 1;
      this.#length = 0;
    }
    this.#length += line.length;
    return this.#headers <= MOST_HEADERS && (this.#length <= LONGEST_HEADER || this.#length === line.length);
  }
}
