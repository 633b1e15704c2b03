import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { readFolder } from '../facts/read-folder.ts';
import type { Fields, Files } from '../facts/shapes.ts';
import { partialDay } from '../locales/format.ts';
import { checkRecord } from './check-record.ts';
import type { EventType } from './event-types.ts';
import type { World } from './record.ts';
import { recordDataset } from './record-dataset.ts';
import { caseSummary, situationSummary } from './summary.ts';
import { summaryNumbers, summaryTokens, summaryWords } from './summary-words.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const END = '2999-01-01';
/** What a paragraph about a case must not leave out. */
const outcomes: readonly EventType[] = [
  'acquitted',
  'appeal-acquittal-upheld',
  'appeal-conviction-reversed',
  'appeal-conviction-upheld',
  'appeal-sentence-upheld',
  'case-inadmissible',
  'charges-declined',
  'charges-withdrawn',
  'convicted',
  'died',
  'proceedings-terminated',
  'sentence-amended',
  'sentence-served',
  'sentenced',
  'warrant-withdrawn',
];
/** One of these stands where a warrant or a summons is first told of: nobody is guilty by being sought. */
const suspicion: Readonly<Record<Lang, RegExp>> = {
  en: /on suspicion of/,
  fr: /soupçonnée?s? d/,
  es: /presuntos/,
  ar: /للاشتباه في/,
};

describe('what happened', () => {
  it('is told of every case and every situation, from what the record holds, in four languages', () => {
    const { docket } = world;
    const all = [
      ...[...docket.cases.values()].map((of) => [of.slug, caseSummary(docket, of, END)] as const),
      ...[...docket.situations.values()].map((of) => [of.slug, situationSummary(docket, of, END)] as const),
    ];
    const silent = all.filter(
      ([, { sentences }]) => sentences.length === 0 || sentences.some((one) => langs.some((lang) => !one[lang])),
    );
    expect(silent.map(([slug]) => slug)).toEqual([]);
    const ids = new Set(docket.events.map(({ id }) => id));
    expect(
      all.flatMap(([, { sentences }]) => sentences.flatMap(({ events }) => events.filter((id) => !ids.has(id)))),
    ).toEqual([]);
    expect(all.flatMap(([, { events }]) => events.filter(({ source }) => !/^https?:/.test(source)))).toEqual([]);
  });

  it('leaves out no outcome of a case', () => {
    const missing = [...world.docket.cases.values()].flatMap((of) => {
      const told = new Set(caseSummary(world.docket, of, END).events.map(({ id }) => id));
      return world.docket.events.filter(
        (one) => one.case === of.slug && outcomes.includes(one.type) && !told.has(one.id),
      );
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('says of whoever is sought that it is a suspicion, in each language', () => {
    const first = [...world.docket.summaries.cases.values()].flatMap(([sentence]) => (sentence ? [sentence] : []));
    const blunt = first.flatMap((sentence) =>
      langs.filter((lang) => !suspicion[lang].test(sentence[lang])).map((lang) => `${sentence.case} ${lang}`),
    );
    expect(first).toHaveLength(world.docket.cases.size);
    expect(blunt).toEqual([]);
  });

  it('opens a situation that has cases with what is told in them, before its procedure', () => {
    const { docket } = world;
    const tried = new Set([...docket.cases.values()].map(({ situation }) => situation));
    const procedureFirst = [...tried].filter((slug) => {
      const opening = docket.summaries.situations.get(slug)?.slice(0, 2) ?? [];
      const ids = new Set(opening.flatMap(({ events }) => events));
      return !docket.events.some((event) => event.case !== null && ids.has(event.id));
    });
    expect(tried.size).toBeGreaterThan(0);
    expect(procedureFirst).toEqual([]);
  });

  it('says no number that its facts do not say', () => {
    const unsaid = allSentences().flatMap((sentence) => {
      const facts = world.docket.events.filter(({ id }) => sentence.events.includes(id));
      const people = summaryTokens(sentence.en).flatMap(({ of }) => world.docket.people.get(of)?.note ?? []);
      const noted = [...facts.map(({ note }) => note), ...people].join(' ');
      const said = new Set([...summaryNumbers(noted), ...inWords(noted)]);
      return summaryNumbers(sentence.en)
        .filter((number) => !said.has(number))
        .map((number) => `${sentence.case ?? sentence.situation} ${sentence.part}: ${number}`);
    });
    expect(unsaid).toEqual([]);
  });

  it('writes no day by hand: each is taken from the record, or from the note of a fact', () => {
    const months = langs.flatMap((lang) =>
      Array.from({ length: 12 }, (_, month) => partialDay(lang, `2020-${`${month + 1}`.padStart(2, '0')}`)),
    );
    const names = months.map((said) => said.replace(/[\d\s]|\bde\b/g, '').toLowerCase());
    const written = allSentences().flatMap((sentence) =>
      langs.filter((lang) => {
        const words = summaryWords(sentence[lang]).toLowerCase();
        return names.some((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(words));
      }),
    );
    expect(written).toEqual([]);
  });

  it('knows nothing on a day of what came later', () => {
    const { docket } = world;
    const bemba = docket.cases.get('bemba');
    const nigeria = docket.situations.get('nigeria');
    if (!bemba || !nigeria) throw new Error('the record has both');
    const told = (on: string) => caseSummary(docket, bemba, on).events.map(({ type }) => type);
    expect(told('2017-01-01')).toContain('convicted');
    expect(told('2017-01-01')).not.toContain('appeal-conviction-reversed');
    expect(told('2018-06-08')).toContain('appeal-conviction-reversed');
    expect(situationSummary(docket, nigeria, '2015-01-01').sentences).toHaveLength(1);
    expect(situationSummary(docket, nigeria, '2021-01-01').sentences).toHaveLength(2);
  });
});

describe('a sentence that is imported', () => {
  const wrong = async (change: (row: Fields) => Fields): Promise<string[]> => {
    const { files } = await readFolder(join(root, 'content/record'), recordDataset.shapes);
    const [first, ...rest] = files.summaries ?? [];
    if (!first) throw new Error('there are summaries');
    const changed: Files = { ...files, summaries: [{ ...first, fields: change(first.fields) }, ...rest] };
    return checkRecord(changed).map(({ file, line, reason }) => `${file} ${line}: ${reason}`);
  };

  it('stands as it is', async () => {
    expect(await wrong((row) => row)).toEqual([]);
  });

  it.each<[string, (row: Fields) => Fields, string]>([
    ['of an event that there is not', (row) => ({ ...row, events: 'nothing' }), 'nothing not in events.csv'],
    ['of another situation', (row) => ({ ...row, events: 'kenya-investigation-opened' }), 'another situation'],
    [
      'with another day in one language',
      (row) => ({ ...row, fr: `${row.fr} {on 2001-01-01}` }),
      'other days or people',
    ],
    ['with another number in one language', (row) => ({ ...row, ar: `${row.ar} 17` }), 'other numbers'],
    ['with a mark that is none', (row) => ({ ...row, es: `${row.es} {figure x}` }), 'a mark that is not known'],
    [
      'with a day that no fact says',
      (row) => ({ ...row, ...Object.fromEntries(langs.map((lang) => [lang, `${row[lang]} {on 2001-01-01}`])) }),
      '2001-01-01: no event of the sentence says so',
    ],
  ])('is refused %s', async (_, change, reason) => {
    expect((await wrong(change)).join('\n')).toContain(reason);
  });
});

describe('the words of a summary', () => {
  it('keep French punctuation together, and straight apostrophes out', () => {
    const text = readFileSync(join(root, 'content/record/summaries.csv'), 'utf8');
    expect(text.match(/\S [:;?!]/g)).toBeNull();
    expect(text).not.toContain("'");
  });

  it('count numbers alike, whatever stands between their digits', () => {
    expect(summaryNumbers('31,3 millions, 10\u202f500 victimes')).toEqual(
      summaryNumbers('31.3 million, 10,500 victims'),
    );
  });
});

function allSentences() {
  const { cases, situations } = world.docket.summaries;
  return [...cases.values(), ...situations.values()].flat();
}

const units = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, sixty: 60, seventy: 70 };

/** The numbers that a note says in words: `Sixty-one counts`. */
function inWords(note: string): string[] {
  return [...note.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/g)].flatMap(([word]) => {
    const [ten = '', unit = ''] = word.split('-');
    if (word === 'eighteen') return ['18'];
    const sum = (tens[ten] ?? units.indexOf(ten) + 1) + (unit ? units.indexOf(unit) + 1 : 0);
    return sum > 0 ? [`${sum}`] : [];
  });
}
