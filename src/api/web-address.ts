/** What stands in a field as an http(s) address, written as the URL standard has it; undefined for words and for other schemes. */
export function webAddressOf(text: string): string | undefined {
  const url = /^https?:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
  return url?.href;
}
