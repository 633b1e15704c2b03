/** The words of a text as they are compared: no case, no accents, no marks. The site's languages all set words apart. */
export function comparedWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
