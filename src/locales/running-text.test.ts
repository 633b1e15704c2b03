import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { parse as csv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { rooms } from '../rooms.ts';
import { catalogue } from './catalogues.ts';
import { synonymsOf } from './synonyms.ts';

const speaking = rooms.filter(({ speaks }) => speaks).map(({ name }) => name);
const messages = (lang: Lang) => [...catalogue(speaking, lang)];
const those = (lang: Lang, fault: RegExp) => messages(lang).filter(([, message]) => fault.test(message));

/** What stands in a message as such, without the syntax around it. */
function literals(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value];
    if (element.type === TYPE.tag) return literals(element.children);
    return 'options' in element ? Object.values(element.options).flatMap(({ value }) => literals(value)) : [];
  });
}

describe('running text', () => {
  it.each(langs)('has curly apostrophes in %s', (lang) => {
    expect(those(lang, /'/)).toEqual([]);
  });

  it.each(langs)('of campaigns has curly apostrophes in %s, but for slogans, which are verbatim', (lang) => {
    for (const file of globSync(`content/campaigns/**/${lang}.json`, { cwd: root })) {
      const { messages: _, ...running } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { messages?: unknown };
      expect(JSON.stringify(running), file).not.toContain("'");
    }
  });

  it.each(langs)(
    'says the name of a state within its sentence in %s, not in brackets and not behind a colon',
    (lang) => {
      expect(those(lang, /\([^)]{0,40}\{state(_\w+)?\}|:\s*\{state(_\w+)?\}/)).toEqual([]);
    },
  );

  it('has no Latin comma, semicolon or question mark beside Arabic letters', () => {
    const latin = messages('ar').filter(([, message]) =>
      literals(parse(message)).some((text) =>
        /\p{Script=Arabic}[»)]?\s*[,;?]|^\s*[,;?]|[,;?]\s*\p{Script=Arabic}/u.test(text),
      ),
    );
    expect(latin).toEqual([]);
  });

  it('does not say that a name is shown nowhere where one may agree to show it', () => {
    const nowhere = /nowhere|nulle part|en ningún sitio|في أي مكان/;
    for (const lang of langs) expect(those(lang, nowhere)).toEqual([]);
  });
});

/** What a fresh installation reads, by its language: each cell of a table by its column, each text of a campaign by its file. */
function contentIn(lang: Lang): string {
  const files = globSync('content/{record,states,campaigns}/**/*.{csv,json}', { cwd: root });
  return files
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      if (file.endsWith('.json')) return file.endsWith(`/${lang}.json`) ? [text] : [];
      return (csv(text, { columns: true }) as Record<string, string>[]).flatMap((row) =>
        Object.entries(row).flatMap(([column, cell]) => (columnLang(column) === lang ? [cell] : [])),
      );
    })
    .join('\n')
    .toLowerCase();
}

const columnLang = (column: string) => /(?:^|_)(en|fr|es|ar)$/.exec(column)?.[1] ?? 'en';

describe('one word for one thing', () => {
  const rows = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
    .split('## In the four languages')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (English|---)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it.each(langs.map((lang, at) => [lang, at] as const))(
    'of the Court is what the content in %s says, and the others are found by search',
    (lang, at) => {
      const content = contentIn(lang);
      expect(content.length).toBeGreaterThan(10_000);
      for (const row of rows?.slice(0, 2) ?? []) {
        const [term = '', never = ''] = (row[at] ?? '').split(/, never /);
        for (const other of never.split(' or ').filter(Boolean)) {
          expect(content, `${lang}: ${term}`).not.toContain(other.toLowerCase());
          expect(synonymsOf(lang, term), term).toContain(other);
        }
      }
    },
  );

  it.each(langs.map((lang, at) => [lang, at] as const))('is what the words in %s say, and no other', (lang, at) => {
    expect(rows?.length).toBeGreaterThan(10);
    const text = messages(lang)
      .map(([, message]) => message)
      .join('\n')
      .toLowerCase();
    for (const row of rows ?? []) {
      const [term = '', never = ''] = (row[at] ?? '').split(/, never /);
      expect(text, term).toContain(term.toLowerCase());
      for (const other of never.split(' or ').filter(Boolean))
        expect(text, `${lang}: ${term}`).not.toContain(other.toLowerCase());
    }
  });
});

it('sets days in figures apart in Arabic, where they would run from right to left (UAX 9, rule W2)', () => {
  const day = /(?<![\d\u2066\u2068])\d{4}-\d{2}(?:-\d{2})?(?!\u2069)(?![\d-])/g;
  const wrong = globSync('src/*/words/ar.json', { cwd: root }).flatMap((file) =>
    (readFileSync(join(root, file), 'utf8').match(day) ?? []).map((found) => `${file}: ${found}`),
  );
  expect(wrong).toEqual([]);
});
