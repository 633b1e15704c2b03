import { UnreadableFileError } from './read-file.ts';

const OTHERWISE =
  'is neither UTF-8 nor UTF-16: save it as “CSV UTF-8”, or say what it is with --encoding, such as ' +
  'windows-1252 for plain CSV from Windows or windows-1256 for Arabic, and look at the names with ' +
  '--dry-run first';

const NO_TEXT = /[\p{Cc}--[\t-\r\x7f-\x9f]]/v;

/**
 * The text of a file: UTF-8 or UTF-16, with or without a byte order mark, or what the operator says it is. Nothing else is guessed: an old
 * encoding that is taken for another spoils names without a word.
 * @param encoding a label of the Encoding standard
 * @throws UnreadableFileError also where it holds what stands in no text: the escapes and zeros of encodings with shifts or wide letters
 */
export function decodeText(path: string, bytes: Buffer, encoding?: string): string {
  try {
    const text = new TextDecoder(encoding ?? unicodeOf(bytes), { fatal: true }).decode(bytes);
    if (!NO_TEXT.test(text)) return text;
  } catch (error) {
    if (error instanceof RangeError)
      throw new UnreadableFileError(path, `can’t be read: --encoding ${encoding} is no encoding that is known`);
  }
  throw new UnreadableFileError(path, encoding ? `is not ${encoding}` : OTHERWISE);
}

/** By its mark, else by where the zero bytes stand: texts in UTF-16 have blanks and line breaks, whose one byte is zero. */
function unicodeOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 2_000);
  const zeros = [0, 1].map((side) => start.filter((byte, at) => byte === 0 && at % 2 === side).length);
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 20 < start.length || Math.min(even, odd) * 4 > Math.max(even, odd)) return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}
