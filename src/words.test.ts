import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { isTest } from '../test/support/room-files.ts';
import { root } from './config/root.ts';

interface Word {
  /** Where it stands in names, as what docs/glossary.md says it is. */
  readonly in: readonly string[];
  /** Names that others know: columns, fields of files and of the API. */
  readonly published?: readonly string[];
}

/** A word in names, and the one thing that it means. */
const words: Readonly<Record<string, Word>> = {
  act: {
    in: ['states', 'state-pages', 'record', 'figures', 'campaigns', 'api'],
    published: ['act', 'acts', 'lastActAt', 'last_act_at', 'ACTS_PER_NETWORK_HOUR'],
  },
  asked: { in: [], published: ['asked', 'asked_at'] },
  held: { in: ['letters', 'actions/accept-queries.ts', 'fill-demonstration.ts'], published: ['heldBack'] },
  kept: { in: ['representatives', 'work', 'mail', 'backup', 'http/invalidation.ts'], published: ['BACKUPS_KEPT'] },
  standing: {
    in: ['states', 'state-pages', 'record', 'campaigns/world.tsx', 'api'],
    published: ['standing'],
  },
  told: { in: [], published: ['told_at'] },
  visit: { in: [] },
  wording: { in: [], published: ['wording'] },
};

const folder = join(root, 'src');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !isTest(name) && !/\.d\.ts$/.test(name) && name !== 'database/schema.ts')
  .sort();

function namesIn(file: string): ReadonlySet<string> {
  const names = new Set<string>();
  const lang = file.endsWith('x') ? 'tsx' : 'ts';
  JSON.stringify(parseAst(readFileSync(join(folder, file), 'utf8'), { lang }), (_, value) => {
    if (/^(JSX|Private)?Identifier$/.test(value?.type)) names.add(value.name);
    return typeof value === 'bigint' ? undefined : value;
  });
  return names;
}

/** `heldLetters` is of `held` and `letters`; a plural is its singular. */
const wordsOf = (name: string) =>
  name
    .split(/(?<=[a-z0-9])(?=[A-Z])|_/)
    .map((part) => part.toLowerCase().replace(/^(act|standing|visit|wording)s$/, '$1'));

const names = files.flatMap((file) => [...namesIn(file)].map((name) => ({ file, name })));

describe('a word in names means one thing', () => {
  it.each(Object.entries(words))('%s', (word, { in: rooms, published = [] }) => {
    const found = names.filter(({ name }) => wordsOf(name).includes(word));
    const isOf = (file: string, room: string) => file === room || file.startsWith(`${room}/`);
    const others = found.filter(
      ({ file, name }) => !published.includes(name) && !rooms.some((room) => isOf(file, room)),
    );
    expect(others.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
    expect(rooms.filter((room) => !found.some(({ file }) => isOf(file, room)))).toEqual([]);
    expect(published.filter((name) => !found.some((one) => one.name === name))).toEqual([]);
  });
});
