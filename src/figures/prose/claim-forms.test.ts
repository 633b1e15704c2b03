import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../../test/support/world.ts';
import type { Lang } from '../../config/langs.ts';
import type { World } from '../../record/record.ts';
import { checkClaims } from './check-claims.ts';
import { findClaims } from './find-claims.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

describe('a claim is found however it is written', () => {
  it.each<[Lang, string, number]>([
    ['en', 'There are 124\r\nStates\r\nParties.', 124],
    ['en', 'There are 124 \n States Parties.', 124],
    ['en', 'There are 124&nbsp;States Parties.', 124],
    ['en', 'There are 124&#160;States&#xA0;Parties.', 124],
    ['en', 'There are 124&nbsp<!-- > - -- -->States Par&shyties.', 124],
    ['en', 'There are <b>124</b> States Parties.', 124],
    ['en', 'There are <b title="a > b" class=\'">"\'>124</b> <i data-x="it\'s">States</i> Parties.', 124],
    ['en', 'There are 124 [States Parties](https://x.example/a).', 124],
    ['en', 'There are [**124**](https://x.example/12) States Parties[3].', 124],
    ['fr', '124&nbsp;E&#769;tats parties', 124],
    ['fr', '124 <b>E&#x301;</b>tats parties', 124],
    [
      'en',
      '<p>There are <a href="https://x.example/12">one hundred and <i>twenty</i>-four</a><br>States Parties.</p>',
      124,
    ],
    ['en', '124<!-- 99 --> States Parties', 124],
    ['en', 'There are １２４ States Parties.', 124],
    ['en', 'The number of States Parties is 124.', 124],
    ['en', 'The number of States Parties to the Statute has risen to １２４.', 124],
    ['en', 'States Parties: 124', 124],
    ['fr', 'Le nombre d’États parties est de 124.', 124],
    ['fr', 'cent vingt-quatre E\u0301tats parties', 124],
    ['fr', '124&nbsp;&Eacute;tats parties', 124],
    ['es', 'El número de Estados Partes asciende a 124.', 124],
    ['es', 'nueve o\u0301rdenes de comparecencia', 9],
    ['ar', 'يبلغ عدد الدول الأطراف في نظام روما الأساسي ١٢٤ دولة.', 124],
    ['ar', 'عدد الدول الأطراف ۱۲۴', 124],
    ['ar', 'عدد الدول الأطراف هو １２٤.', 124],
    ['ar', 'ا\u0654وامر القبض: ٧١', 71],
    ['ar', 'أصدرت المحكمة ستا وستين مذكرة توقيف', 66],
    ['ar', 'خمسا وعشرين دولة طرفا', 25],
    ['ar', 'مئة وخمسا وعشرين دولة طرفا', 125],
    ['ar', 'الدول الأطراف الـ١٢٥', 125],
    ['ar', 'نطالب الدول الأطراف الـ 125 كلها بالتعاون.', 125],
    ['ar', 'على الدول الـ۱۲۵ الأطراف أن تتعاون.', 125],
    ['ar', 'والـ١٢٥ دولةً طرفًا', 125],
    ['ar', 'للدول الأطراف الـ124', 124],
    ['ar', 'الدول الأطراف البالغ عددها ١٢٥', 125],
    ['ar', 'أوامر القبض الـ٣٢', 32],
    ['ar', 'الدول الأطراف المئة والخمس والعشرين', 125],
    ['ar', 'على الدول المائة والخمس والعشرين الأطراف أن تتعاون.', 125],
    ['ar', 'نرى مئةً وخمسًا وعشرين دولةً طرفًا', 125],
    ['ar', 'الدول الأطراف ال125', 125],
    ['ar', 'الدول الأطراف الـ\u200f١٢٥', 125],
    ['en', 'all of the 125 States Parties', 125],
    ['en', 'the one hundred and twenty-five States Parties', 125],
    ['fr', 'les cent vingt-cinq États parties', 125],
    ['fr', 'En 2016 124 États parties', 124],
    ['es', 'los ciento veinticinco Estados Partes', 125],
  ])('in %s: %s', (lang, text, value) => {
    expect(findClaims(text, lang).map((claim) => [claim.bound, claim.value])).toEqual([['exactly', value]]);
  });

  it('and stands where it was typed, marks and all', () => {
    const text = 'Today <em>there</em> are <b>124</b>&nbsp;E\u0301tats parties.';
    const [claim] = findClaims(text, 'fr');
    expect(text.slice(claim?.start, claim?.end)).toBe('124</b>&nbsp;E\u0301tats parties');
    expect(claim?.quote).toBe(text.slice(claim?.start, claim?.end));
  });

  it.each<[Lang, string]>([
    ['en', 'Turnout was 124\n\nStates Parties met in The Hague.'],
    ['en', '<h2>Page 124</h2><p>States Parties met in The Hague.</p>'],
    ['en', 'States Parties: 80 % were there.'],
    ['en', 'The number of States Parties that spoke in 2014.'],
    ['en', 'The number of States Parties that voted was 80.'],
    ['en', 'The Arms Trade Treaty has been ratified by 113 states.'],
    ['en', 'The Inter-American Court has 20 states parties.'],
    ['en', 'The European Court of Human Rights has 46 member states.'],
    ['en', 'The Statute needed 60 ratifications.'],
    ['fr', 'La Cour interaméricaine compte 20 États parties.'],
    ['es', 'La Corte Interamericana tiene 20 Estados Partes.'],
    ['fr', 'Le nombre d’États parties qui ont voté est de 80.'],
    ['es', 'El número de Estados Partes que votaron es de 80.'],
    ['en', '1,125 States Parties'],
    ['en', '1 125 States Parties'],
    ['fr', '1\u202f125 États parties'],
    ['fr', '12 345 124 États parties'],
    ['fr', '1’125 États parties'],
    ['es', '1.125 Estados Partes'],
    ['ar', '١٬١٢٥ دولة طرفا'],
    ['ar', 'الدول الأطراف الـ١٬١٢٥'],
    ['ar', 'الدول الأطراف الثلاث'],
    ['en', 'States Parties: 1,125'],
    ['fr', 'Le nombre d’États parties est de 1\u202f125.'],
    ['es', 'Estados Partes: 1.125'],
    ['ar', 'عدد الدول الأطراف التي صوتت 80'],
    ['ar', 'الدول الأطراف الـ١٢ التي صوتت'],
    ['ar', 'الدورة الـ٢٤ للدول الأطراف'],
  ])('but not over the end of a paragraph, nor of something else: %s %s', (lang, text) => {
    expect(findClaims(text, lang)).toEqual([]);
  });
});

describe('words before a number', () => {
  it.each<[Lang, string, string]>([
    ['en', 'No fewer than 120 States Parties', 'at-least'],
    ['en', 'Well over 120 States Parties', 'more-than'],
    ['en', 'No more than 120 States Parties', 'at-most'],
    ['en', 'Close to 120 States Parties', 'about'],
    ['en', 'Some 120 States Parties', 'about'],
    ['fr', 'Pas moins de 120 États parties', 'at-least'],
    ['fr', 'Un peu plus de 120 États parties', 'more-than'],
    ['fr', 'À peu près 120 États parties', 'about'],
    ['es', 'No menos de 120 Estados Partes', 'at-least'],
    ['es', 'No más de 120 Estados Partes', 'at-most'],
    ['es', 'En torno a 120 Estados Partes', 'about'],
    ['ar', 'لا يقل عن 120 دولة طرفا', 'at-least'],
    ['ar', 'ما يربو على 120 دولة طرفا', 'more-than'],
    ['ar', 'ما يقارب 120 دولة طرفا', 'about'],
  ])('make it a bound, in %s: %s', (lang, text, bound) => {
    expect(findClaims(text, lang)).toMatchObject([{ bound, value: 120, figures: ['states-parties', 'deposits'] }]);
  });
});

describe('the number of those of whom something is said', () => {
  it.each<[Lang, string]>([
    ['en', 'The number of people convicted by the ICC stands at 11.'],
    ['fr', 'Le nombre de personnes condamnées par la CPI s’élève à 11.'],
    ['es', 'El número de personas condenadas por la CPI asciende a 11.'],
  ])('is a claim, in %s', (lang, text) => {
    expect(findClaims(text, lang)).toMatchObject([{ bound: 'exactly', value: 11 }]);
    expect(findClaims(text, lang)[0]?.figures[0]).toBe('convictions-core-standing');
  });
});

describe('words that count roughly', () => {
  it.each<[Lang, string, string, number]>([
    ['en', 'Two dozen suspects wanted by the ICC remain at large.', 'about', 24],
    ['fr', 'Une trentaine de suspects recherchés par la CPI sont toujours en fuite.', 'about', 30],
    ['fr', 'Plus d’une trentaine de suspects recherchés par la CPI sont toujours en fuite.', 'more-than', 30],
    ['es', 'Una treintena de sospechosos buscados por la CPI siguen prófugos.', 'about', 30],
    ['es', 'Más de una treintena de sospechosos buscados por la CPI siguen prófugos.', 'more-than', 30],
  ])('are numbers, in %s: %s', (lang, text, bound, value) => {
    expect(findClaims(text, lang)).toMatchObject([{ bound, value }]);
    expect(findClaims(text, lang)[0]?.figures[0]).toBe('warrants-not-executed');
  });
});

describe('a number of the world’s states', () => {
  it.each<[Lang, string]>([
    ['en', 'Only 123 of the 193 members of the United Nations have joined the ICC.'],
    ['fr', 'Seuls 123 États sur 193 ont rejoint la CPI.'],
    ['es', 'Solo 123 de los 193 Estados de la ONU se han unido a la CPI.'],
    ['ar', 'انضمت 123 دولة من أصل 193 دولة إلى المحكمة الجنائية الدولية.'],
  ])('is no claim, but what is said of them is, in %s', (lang, text) => {
    expect(findClaims(text, lang).map(({ value }) => value)).toEqual([123]);
  });
});

it('a warrant that each of those counted has is none of its own', () => {
  const text = 'Treinta y tres sospechosos han recibido una orden de detención de la CPI.';
  expect(findClaims(text, 'es').map(({ value }) => value)).toEqual([33]);
});

describe('a range', () => {
  it.each<[Lang, string]>([
    ['en', 'between 120 and 130 States Parties'],
    ['en', 'from 120 to 130 States Parties'],
    ['en', '120–130 States Parties'],
    ['en', 'between 120 &amp; 130 States Parties'],
    ['en', '120 up to 130 States Parties'],
    ['en', 'The number of States Parties lies between 120 and 130.'],
    ['fr', 'de 120 jusqu’à 130 États parties'],
    ['fr', 'Le nombre d’États parties est compris entre 120 et 130.'],
    ['es', 'de 120 hasta 130 Estados Partes'],
    ['es', 'El número de Estados Partes está entre 120 y 130.'],
    ['en', '120-130 States Parties'],
    ['en', 'between one hundred and twenty and one hundred and thirty States Parties'],
    ['fr', 'entre 120 et 130 États parties'],
    ['fr', 'de 120 à 130 États parties'],
    ['es', 'entre 120 y 130 Estados Partes'],
    ['es', 'de ciento veinte a ciento treinta Estados Partes'],
    ['ar', 'بين ١٢٠ و١٣٠ دولة طرفا'],
    ['ar', 'من 120 إلى 130 دولة طرفا'],
  ])('is one claim that holds both its ends, in %s: %s', (lang, text) => {
    const claimed = findClaims(text, lang).map(({ bound, value, most }) => [bound, value, most]);
    expect(claimed).toEqual([['between', 120, 130]]);
    expect(checkClaims(world, text, lang, '2016-11-30')).toMatchObject([{ finding: { kind: 'agrees' } }]);
    expect(checkClaims(world, text, lang, '2008-01-01')).toMatchObject([{ finding: { kind: 'never-true' } }]);
  });
});

describe('a long text', () => {
  it('is read to its end, whether it has numbers or not', () => {
    const words = 'Nobody counts anything here. '.repeat(10_000);
    expect(findClaims(`${words}The Court has 125 member states.`, 'en')).toMatchObject([
      { value: 125, start: words.length },
    ]);
    expect(findClaims(words, 'ar')).toEqual([]);
  });
});
