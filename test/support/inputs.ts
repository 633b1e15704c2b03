import { TOKEN } from '../../src/office/form-token.ts';
import type { OfficeBrowser } from './office-browser.ts';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
const plain = (html: string) => html.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => named[name] ?? '');

/** What stands in the fields of a page of the office, as its form would send it; whoever sends it adds the token. */
export function inputsOf({ page }: OfficeBrowser): Record<string, string> {
  const fields: Record<string, string> = {};
  const tags = /<input(?:[^>"]|"[^"]*")*>|<textarea(?:[^>"]|"[^"]*")*>[^<]*/g;
  for (const [tag] of page.matchAll(tags)) {
    const name = / name="([^"]+)"/.exec(tag)?.[1];
    const isTicked = !/ type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag);
    if (name === undefined || name === TOKEN || !isTicked) continue;
    const value = /^<textarea(?:[^>"]|"[^"]*")*>/.test(tag)
      ? tag.replace(/^<textarea(?:[^>"]|"[^"]*")*>/, '')
      : / value="([^"]*)"/.exec(tag)?.[1];
    fields[name] = plain(value ?? '');
  }
  return fields;
}
