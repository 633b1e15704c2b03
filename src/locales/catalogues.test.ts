import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { langs } from '../config/langs.ts';
import { rooms } from '../rooms.ts';
import { catalogue } from './catalogues.ts';

const speaking = rooms.filter(({ speaks }) => speaks).map(({ name }) => name);
const english = catalogue(speaking, 'en');

/** A form of the name of a state or treaty stands for any other: each language says the sentence with the one it needs (`{state_in}`). */
const oneName = (name: string) => name.replace(/^(state|treaty)_\w+$/, '$1');

/** What a message wants filled in, and the marks it holds, wherever they stand in it. */
function wants(elements: readonly MessageFormatElement[]): string[] {
  return elements
    .flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
      if (element.type === TYPE.tag) return [`<${element.value}>`, ...wants(element.children)];
      const inside = 'options' in element ? Object.values(element.options).flatMap(({ value }) => wants(value)) : [];
      return [oneName(element.value), ...inside];
    })
    .filter((name, index, all) => all.indexOf(name) === index)
    .sort();
}

/** Those that say one thing or several, and of how many stands nowhere. */
const countless = new Set(['letters.printed.title']);

/** Plurals of which the form for many says no number: it would have to stand beside the message, in one form for all. */
function countlessPlurals(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return countlessPlurals(element.children);
    if (!('options' in element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => countlessPlurals(value));
    const silent = element.type === TYPE.plural && !saysSomething(element.options.other?.value ?? []);
    return silent ? [element.value, ...inside] : inside;
  });
}

function saysSomething(elements: readonly MessageFormatElement[]): boolean {
  return elements.some((element) =>
    element.type === TYPE.tag ? saysSomething(element.children) : element.type !== TYPE.literal,
  );
}

describe.each(langs)('the words in %s', (lang) => {
  const words = catalogue(speaking, lang);

  it('are all there, and none that English has not', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('say something, and ask for the same as English does', () => {
    for (const [key, message] of words) {
      expect(message.trim(), key).not.toBe('');
      expect(wants(parse(message)), key).toEqual(wants(parse(english.get(key) ?? '')));
    }
  });

  it('say the number of what they say in the plural themselves', () => {
    const silent = [...words].filter(
      ([key, message]) => !countless.has(key) && countlessPlurals(parse(message)).length > 0,
    );
    expect(silent).toEqual([]);
  });

  it('are not English left standing', () => {
    if (lang === 'en') return;
    const sentences = [...words].filter(
      ([key, message]) => message === english.get(key) && /\w+ \w+ \w+/.test(message),
    );
    expect(sentences).toEqual([]);
  });

  it('close every quotation they open, and use no straight ones in French, Spanish and Arabic', () => {
    for (const [key, message] of words) {
      expect((message.match(/«/g) ?? []).length, key).toBe((message.match(/»/g) ?? []).length);
      if (lang !== 'en') expect(message, key).not.toContain('"');
    }
  });
});

/** Plurals whose form for one says no number. */
function countlessOnes(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return countlessOnes(element.children);
    if (!('options' in element)) return [];
    const inside = Object.values(element.options).flatMap(({ value }) => countlessOnes(value));
    const { one } = element.options;
    return element.type === TYPE.plural && one && !saysSomething(one.value) ? [element.value, ...inside] : inside;
  });
}

describe('French', () => {
  it('says “one” of none as well, so that a form without a number is for 1 alone', () => {
    const wrong = [...catalogue(speaking, 'fr')].filter(([, message]) => countlessOnes(parse(message)).length > 0);
    expect(wrong).toEqual([]);
  });

  it('leaves no double punctuation alone at the start of a line', () => {
    const breakable = [...catalogue(speaking, 'fr')].filter(([, message]) => /\S [:;!?»](\s|$)|« /.test(message));
    expect(breakable).toEqual([]);
  });
});
