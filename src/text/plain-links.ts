const SIGNS: readonly RegExp[] = [
  /\b(?:https?|ftp):\/\//i,
  /\bwww\.[a-z0-9]/i,
  /[^\s@<>]@[a-z0-9-]+\.[a-z]{2,}/i,
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/i,
  /[a-z0-9]\.(?:com|org|net|info|int|edu|gov)\b/i,
];

/** Whether a text shows an address or markup as people usually write them: light enough for a page, and nothing that holds no letter. */
export function showsLink(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
