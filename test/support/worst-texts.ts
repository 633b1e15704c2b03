/** As much as a form or a mail is taken of, in bytes. */
export const WORST_BYTES = 131_000;

/**
 * What costs most in code that looks at a text before its length: each piled up by one piece after the other, then ended by what makes
 * a match fail.
 */
const pieces: Readonly<Record<string, readonly [start: string, piece: string, end?: string]>> = {
  slashes: ['', '/', '\nx'],
  'slashes and line breaks': ['', '/\n', 'x'],
  spaces: ['', ' ', 'x'],
  'spaces, tabs and line breaks': ['', ' \t\r\n', 'x'],
  'marks in alternating combining classes': ['a', '\u0316\u0301'],
  'marks that compose and don’t': ['', 'e\u0323\u0301\u0316\u0301'],
  'zero-width characters': ['', '\u200b\u200d\u2060\ufeff'],
  'joiners and modifiers': ['👩', '\u200d👩🏾'],
  'regional indicators': ['', '🇫'],
  'jamo that never end': ['', '\u1100\u1161'],
  brackets: ['', '(', ')'],
  'brackets in one another': ['', '[({<', '>'],
  'at signs': ['', '@', ' '],
  'at signs and dots': ['', 'a@a.', ' '],
  dots: ['a', '.', '@'],
  'patterns of replacement': ['', "$&$`$'$$", ''],
  'nothing but letters': ['', 'a', '!'],
  digits: ['', '1', 'x'],
  dashes: ['', '--', ': #'],
  quotes: ['', '"\\', ''],
  'marks of HTML': ['', '<a href="', ''],
  'code points of the private planes': ['', '\u{10fffd}'],
};

/** Texts that are as bad as can be, each at most so many bytes of UTF-8. */
export function worstTexts(bytes = WORST_BYTES): readonly (readonly [name: string, text: string])[] {
  return Object.entries(pieces).map(([name, [start, piece, end = '']]) => {
    const room = bytes - Buffer.byteLength(start + end);
    return [name, `${start}${piece.repeat(Math.floor(room / Buffer.byteLength(piece)))}${end}`] as const;
  });
}

/**
 * Halves of surrogate pairs as bytes of a form: percent-encoded as if they were characters (WTF-8), plain, and as no bytes of UTF-8 at
 * all.
 */
export function brokenBytes(bytes = WORST_BYTES): readonly (readonly [name: string, body: Buffer])[] {
  const half = Buffer.from([0xed, 0xa0, 0x80]);
  return [
    ['surrogates, percent-encoded', Buffer.from('%ED%A0%80'.repeat(bytes / 9))],
    ['surrogates the wrong way round', Buffer.from('%ED%B0%80%ED%A0%80'.repeat(bytes / 18))],
    ['surrogates as bytes', Buffer.concat(Array.from({ length: bytes / 3 }, () => half))],
    ['bytes that begin nothing', Buffer.from('%FF'.repeat(bytes / 3))],
    ['half an escape', Buffer.from(`${'%'.repeat(bytes - 1)}x`)],
  ];
}
