import { afterEach, describe, expect, it } from 'vitest';
import { inDigitsOf, setArabicDigits } from './digits.ts';
import { day, moment, number, partialDay } from './format.ts';
import { words } from './words.ts';

afterEach(() => setArabicDigits('latin'));

const said = () => [
  number('ar', 12_345),
  day('ar', '2013-06-01'),
  partialDay('ar', '2007'),
  moment('ar', new Date('2026-11-25T21:06:00Z'), 'UTC'),
  words('ar').t('record.charge.counts', { count: 12 }),
  words('ar').t('letters.wrong.tooMany', { most: 12 }),
  words('ar').t('record.figure.atLeast', { value: 1_234 }),
  words('ar').t('record.article70'),
];

describe('Arabic', () => {
  it('is written in Latin digits where nobody says otherwise', () => {
    expect(said().join()).not.toMatch(/[٠-٩]/);
    expect(number('ar', 12_345)).toBe('12,345');
  });

  it('is written in Arabic-Indic digits where the operator says so, in numbers, days and messages', () => {
    const latin = said();
    setArabicDigits('arabic-indic');
    expect(said().join()).not.toMatch(/\d/);
    expect(said().slice(0, 3)).toEqual(['١٢٬٣٤٥', '١ حزيران/يونيو ٢٠١٣', '٢٠٠٧']);
    setArabicDigits('latin');
    expect(said()).toEqual(latin);
  });

  it('changes no other language', () => {
    setArabicDigits('arabic-indic');
    expect(number('fr', 12)).toBe('12');
    expect(words('en').t('record.article70')).toBe('article 70');
  });
});

it.each([
  ['المادة 66، الفقرة 2.', 'المادة ٦٦، الفقرة ٢.'],
  ['{count, plural, =0 {لا أحد} =1 {واحد}}', '{count, plural, =0 {لا أحد} =1 {واحد}}'],
  ['مكتوبا هكذا: ⁦2016-11-30⁩.', 'مكتوبا هكذا: ⁦2016-11-30⁩.'],
  ['https://a.example/2016 وICC-01/04', 'https://a.example/2016 وICC-01/04'],
  ['31.3 مليون دولار لنحو 10500 ضحية، في 2015.', '٣١٫٣ مليون دولار لنحو ١٠٥٠٠ ضحية، في ٢٠١٥.'],
  ['الساعة 10:30', 'الساعة 10:30'],
])('of %s numbers alone take the digits of the language', (text, expected) => {
  setArabicDigits('arabic-indic');
  expect(inDigitsOf('ar', text)).toBe(expected);
  expect(inDigitsOf('es', text)).toBe(text);
});

describe('a number in a message', () => {
  it('is written as its language writes numbers, wherever it stands', () => {
    expect(words('en').t('letters.wrong.bodyLong', { most: 5_000, now: 12_345 })).toContain('12,345');
    expect(words('es').t('letters.wrong.tooMany', { most: 12_345 })).toContain('12.345');
  });
});
