import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { isTest } from '../test/support/room-files.ts';
import { root } from './config/root.ts';

interface Word {
  /** Where it stands in names, as what docs/glossary.md says it is. */
  readonly in: readonly string[];
  /** Names that others know: columns, settings, fields of files and of the API. A name of our own, as of a variable, is none of them. */
  readonly published?: readonly string[];
  /** Of those, names that stand in some places only, and why others know them there. */
  readonly publishedIn?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A word in names, and the one thing that it means. */
const words: Readonly<Record<string, Word>> = {
  act: {
    in: ['states', 'state-pages', 'record', 'record-keeping', 'figures', 'campaigns', 'api'],
    published: ['act', 'acts', 'lastActAt', 'last_act_at', 'ACTS_PER_NETWORK_HOUR'],
    publishedIn: {
      act: {
        'supporters/export-data.ts': 'a key of the file in which people get their data',
        'letters/export-letters.ts': 'a key of the same file',
        'letters/letters-shown.tsx': 'the same, as it is shown',
        'actions/just-taken.ts': 'sealed in addresses that processes of the version before open',
        'actions/lasting-links.ts': 'of a task that a process of the version before may do',
        'actions/mail-renewed-link.ts': 'of a task that a process of the version before may have queued',
        'site/components/logo.tsx': 'the colour that styles call so',
        'site/drawings/logo.ts': 'the same',
        'site/drawings/share-card.ts': 'the same',
      },
      acts: {
        'supporters/export-data.ts':
          'a key of the file in which people get their data, which programs of theirs may read',
      },
    },
  },
  asked: { in: [], published: ['asked', 'asked_at'] },
  held: {
    in: [
      'letters/held',
      'letters/review.ts',
      'letters/review-queries.ts',
      'letters/room.ts',
      'letters/letter-steps.ts',
      '../bench/lists.ts',
      '../bench/filled-lists.ts',
      '../bin/review.ts',
    ],
    published: ['held', 'heldBack', 'heldLetter', 'heldLetters', 'held_because', 'held_letters'],
  },
  kept: {
    in: ['representatives', 'work', 'mail', 'backup', 'http/invalidation.ts', '../bin/tell-import.ts'],
    published: ['BACKUPS_KEPT'],
  },
  standing: {
    in: ['states', 'state-pages', 'record', 'figures/counted-apart.ts', 'campaigns/world.tsx', 'api'],
    published: ['standing'],
  },
  told: { in: [], published: ['told_at'] },
  visit: { in: ['../trial/visitors.ts', '../trial/versions.ts'] },
  wording: { in: [], published: ['wording'] },
};

const folder = join(root, 'src');
const files = [
  ...filesIn('src'),
  ...['bin', 'bench', 'dev', 'trial'].flatMap((top) => filesIn(top).map((name) => `../${top}/${name}`)),
]
  .filter((name) => /\.[jt]sx?$/.test(name) && !isTest(name) && !/\.d\.ts$/.test(name) && name !== 'database/schema.ts')
  .sort();

function filesIn(top: string): string[] {
  return readdirSync(join(root, top), { recursive: true, encoding: 'utf8' });
}

interface Name {
  readonly name: string;
  /** Whether it names a field of something; else a variable, a parameter, a function or a type. */
  readonly isField: boolean;
}

/** Where a node has the name of a field. */
const fieldsOf: Readonly<Record<string, string>> = {
  JSXAttribute: 'name',
  MemberExpression: 'property',
  MethodDefinition: 'key',
  Property: 'key',
  PropertyDefinition: 'key',
  TSMethodSignature: 'key',
  TSPropertySignature: 'key',
};

/** Each once; a field that is taken out under its own name is a variable too. */
function namesIn(text: string, lang: 'ts' | 'tsx'): readonly Name[] {
  const names = new Map<string, Name>();
  const walk = (node: unknown, isField: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, name, computed } = node as Readonly<Record<string, unknown>>;
    if (typeof name === 'string' && /^(JSX|Private)?Identifier$/.test(String(type)))
      names.set(`${name} ${isField}`, { name, isField });
    for (const [key, part] of Object.entries(node)) walk(part, computed !== true && fieldsOf[String(type)] === key);
  };
  walk(parseAst(text, { lang }), false);
  return [...names.values()];
}

/** `heldLetters` is of `held` and `letters`; a plural is its singular. */
const wordsOf = (name: string) =>
  name
    .split(/(?<=[a-z0-9])(?=[A-Z])|_/)
    .map((part) => part.toLowerCase().replace(/^(act|standing|visit|wording)s$/, '$1'));

/** Names of a file with a word that it may not have there. */
function wrongIn(
  file: string,
  names: readonly Name[],
  word: string,
  { in: rooms, published = [], publishedIn = {} }: Word,
): string[] {
  if (rooms.some((room) => isOf(file, room))) return [];
  const isKnown = (name: string) => published.includes(name) && (!publishedIn[name] || file in publishedIn[name]);
  return names
    .filter(({ name, isField }) => wordsOf(name).includes(word) && !(isField && isKnown(name)))
    .map(({ name }) => `${file}: ${name}`);
}

const isOf = (file: string, room: string) => file === room || file.startsWith(`${room}/`);

const all = files.map((file) => ({
  file,
  names: namesIn(readFileSync(join(folder, file), 'utf8'), file.endsWith('x') ? 'tsx' : 'ts'),
}));

describe('a word in names means one thing', () => {
  it.each(Object.entries(words))('%s', (word, of) => {
    const { in: rooms, published = [], publishedIn = {} } = of;
    const found = all.flatMap(({ file, names }) =>
      names.filter(({ name }) => wordsOf(name).includes(word)).map((name) => ({ file, ...name })),
    );
    expect(all.flatMap(({ file, names }) => wrongIn(file, names, word, of))).toEqual([]);
    expect(rooms.filter((room) => !found.some(({ file }) => isOf(file, room)))).toEqual([]);
    expect(published.filter((name) => !found.some((one) => one.isField && one.name === name))).toEqual([]);
    const places = Object.entries(publishedIn).flatMap(([name, by]) => Object.keys(by).map((file) => ({ name, file })));
    expect(
      places.filter((place) => !found.some((one) => one.isField && one.name === place.name && one.file === place.file)),
    ).toEqual([]);
  });

  it.each([
    'const asked = 1;',
    'let [asked] = some;',
    'const { asked } = row;',
    'const { id: asked } = row;',
    'function asked() {}',
    'function take(asked: string) {}',
    'const take = ({ asked }: Row) => 1;',
    'const take = (...asked: Row[]) => 1;',
    'type asked = string;',
    'const by = row[asked];',
    'const row = { askedAgain: 1 };',
  ])('a published name is no name for anything else: %s', (text) => {
    expect(wrongIn('office/x.ts', namesIn(text, 'ts'), 'asked', words.asked as Word)).not.toEqual([]);
  });

  it('nor for one field where it is another’s', () => {
    const names = namesIn('interface Row { readonly act: string }', 'ts');
    expect(wrongIn('actions/x.ts', names, 'act', words.act as Word)).toEqual(['actions/x.ts: act']);
    expect(wrongIn('letters/export-letters.ts', names, 'act', words.act as Word)).toEqual([]);
  });

  it.each([
    'const row = { asked: true };',
    'const { asked: onRequest } = row;',
    'interface Row { readonly asked: boolean; asked_at: Date }',
    'const one = row?.asked ?? row.asked_at;',
    'const one = <Row asked={true} />;',
    "const one = 'asked';",
  ])('but of the field: %s', (text) => {
    expect(wrongIn('office/x.tsx', namesIn(text, 'tsx'), 'asked', words.asked as Word)).toEqual([]);
  });
});
