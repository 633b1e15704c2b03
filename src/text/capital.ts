/** Words as they begin a sentence or a row; scripts without capitals stay as they are. */
export function capital(words: string): string {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}
