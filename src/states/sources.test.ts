import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { langs } from '../config/langs.ts';
import type { World } from '../record/record.ts';
import { sourceIn, wordsOf } from './sources.ts';

let world: World;
let sources: string[];
beforeAll(async () => {
  world = await startingWorld();
  sources = [...world.treaty.states.values()].flatMap(({ acts, laws }) =>
    [...acts, ...laws].map(({ source }) => source),
  );
});

describe('the words of a source', () => {
  it('stand apart from its addresses', () => {
    const source = 'Wikipedia mirror (June 2025) https://one.example/a and https://two.example/b';
    expect(sourceIn('en', world.treaty, source)).toEqual({
      words: 'Wikipedia mirror (June 2025) and',
      lang: 'en',
      addresses: ['https://one.example/a', 'https://two.example/b'],
    });
  });

  it.each(langs.filter((lang) => lang !== 'en'))('where they are ours are there in %s', (lang) => {
    const ours = sources.filter((source) => /^(Computed|Second-hand|Inferred|UN Treaty)/.test(source));
    expect(ours.length).toBeGreaterThan(500);
    expect(ours.filter((source) => sourceIn(lang, world.treaty, source).lang !== undefined)).toEqual([]);
  });

  it('are translated for a source that there is', () => {
    const { states, coverage } = world.treaty;
    const others = [...states.values()].flatMap(({ enforcement, immunity, findings }) =>
      [...enforcement, ...immunity, ...findings].map(({ source }) => source),
    );
    const lists = [...coverage.values()].flatMap((of) =>
      Object.values(of).filter((field) => typeof field === 'string'),
    );
    const used = new Set([...sources, ...others].map(wordsOf).concat(lists));
    expect([...world.treaty.sourceWords.keys()].filter((words) => !used.has(words))).toEqual([]);
  });
});
