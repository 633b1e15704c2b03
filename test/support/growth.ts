/** One machine's noise lasts less than so many tries; a time that grows as the square of the text is too long in each. */
const TRIES = 12;
/** Sixteen times the text takes about sixteen times the time; were it the square, 256 times. */
const LONGER = 16;
const FACTOR = 80;
/** Milliseconds that are the machine's and not the text's. */
const MACHINE = 2;

/**
 * Whether what reads a text takes a time that grows as the text and not faster. Only the two are compared, taken in turns, each at its
 * best: how fast the machine is has no say, and what else runs on it can only make this take longer.
 * @param read what is given the text
 * @param piece what the text repeats; `before` and `after` stand around it once
 * @param length characters of the shorter text
 */
export function growsAsTheText(
  read: (text: string) => unknown,
  piece: string,
  { length = 8_000, before = '', after = '' } = {},
): boolean {
  const timed = (text: string) => {
    const began = performance.now();
    read(text);
    return performance.now() - began;
  };
  const textOf = (characters: number) => before + piece.repeat(Math.ceil(characters / piece.length)) + after;
  const [short, long] = [textOf(length), textOf(LONGER * length)];
  let [shortest, longest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let warming = 0; warming < 4; warming += 1) shortest = Math.min(shortest, timed(short));
  for (let tries = 0; tries < TRIES; tries += 1) {
    shortest = Math.min(shortest, timed(short));
    longest = Math.min(longest, timed(long));
    if (longest < FACTOR * shortest + MACHINE) return true;
  }
  return false;
}
