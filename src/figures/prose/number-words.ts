import type { Lang } from '../../config/langs.ts';

/** Every way in which a language writes a number in words, made even (see reading.ts); 0 to 199. */
type Spell = (value: number) => string[];

const product = (heads: readonly string[], between: readonly string[], tails: readonly string[]) =>
  heads.flatMap((head) => between.flatMap((link) => tails.map((tail) => head + link + tail)));

const list = (words: string) => words.split(' ').map((word) => word.split('|').map((one) => one.replaceAll('_', ' ')));

const EN = list(
  'zero|no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const english: Spell = (value) => {
  if (value < 20) return EN[value] ?? [];
  if (value < 100) {
    const tens = EN_TENS[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? [tens] : product([tens], [' '], english(value % 10));
  }
  const hundred = ['one hundred', 'a hundred'];
  return value === 100 ? hundred : product(hundred, [' and ', ' '], english(value - 100));
};

const FR = list(
  'zero|zéro|aucun|aucune un|une deux trois quatre cinq six sept huit neuf dix onze ' +
    'douze treize quatorze quinze seize dix_sept dix_huit dix_neuf',
);
const FR_TENS = list(
  '- - vingt trente quarante cinquante soixante soixante|septante quatre_vingt|quatre_vingts|huitante|octante quatre_vingt|nonante',
);

const french: Spell = (value) => {
  if (value < 20) return FR[value] ?? [];
  if (value >= 100) return value === 100 ? ['cent'] : product(['cent'], [' '], french(value - 100));
  const ten = Math.floor(value / 10);
  return (FR_TENS[ten] ?? []).flatMap((tens) => {
    // Soixante-dix and quatre-vingt-dix count on from ten.
    const rest =
      (tens === 'soixante' && ten === 7) || (tens === 'quatre vingt' && ten === 9)
        ? value - (ten - 1) * 10
        : value % 10;
    if (rest === 0) return [tens];
    const link = (rest === 1 || rest === 11) && !tens.startsWith('quatre') ? [' et '] : [' '];
    return product([tens], link, french(rest));
  });
};

const ES = list(
  'cero|ningún|ninguna un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce ' +
    'quince dieciséis diecisiete dieciocho diecinueve veinte veintiún|veintiuno|veintiuna veintidós ' +
    'veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
);
const ES_TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];

const spanish: Spell = (value) => {
  if (value < 30) return ES[value] ?? [];
  if (value < 100) {
    const tens = ES_TENS[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? [tens] : product([tens], [' y '], spanish(value % 10));
  }
  return value === 100 ? ['cien', 'ciento'] : product(['ciento'], [' '], spanish(value - 100));
};

/** Of Arabic; none of its numbers begins so. */
export const ARTICLE = 'ال';

const AR_UNITS = list(
  'صفر واحد|واحدا|واحدة|احدى|احد اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي ثلاث|ثلاثا|ثلاثة اربع|اربعا|' +
    'اربعة خمس|خمسا|خمسة ست|ستا|ستة سبع|سبعا|سبعة ثمان|ثماني|ثمانيا|ثمانية تسع|تسعا|تسعة عشر|عشرا|عشرة',
);
const AR_TENS = ['', '', 'عشر', 'ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];

const arabic: Spell = (value) => {
  if (value <= 10) return AR_UNITS[value] ?? [];
  if (value < 20) return product(AR_UNITS[value - 10] ?? [], [' '], ['عشر', 'عشرة']);
  if (value < 100) {
    const stem = AR_TENS[Math.floor(value / 10)] ?? '';
    const tens = [`${stem}ون`, `${stem}ين`];
    return value % 10 === 0 ? tens : product(AR_UNITS[value % 10] ?? [], [' و'], tens);
  }
  const hundred = ['مائة', 'مئة'];
  return value === 100 ? hundred : product(hundred, [' و'], arabic(value - 100));
};

/** What is known: each of its words has the article. From 20 on, as "the three" are those that were just named. */
const definite = (form: string) => form.replace(/(?<=^| و)(?=\p{L})(?!و)/gu, ARTICLE);

const arabicBoth: Spell = (value) => {
  const forms = arabic(value);
  return value < 20 ? forms : [...forms, ...forms.map(definite)];
};

const spells: Readonly<Record<Lang, Spell>> = { en: english, fr: french, es: spanish, ar: arabicBoth };
export const LARGEST = 199;

const made = new Map<Lang, ReadonlyMap<string, number>>();

/** The numbers that a language's words say, by the words. */
export function numberWords(lang: Lang): ReadonlyMap<string, number> {
  const known = made.get(lang);
  if (known) return known;
  const words = new Map<string, number>();
  for (let value = 0; value <= LARGEST; value += 1)
    for (const form of spells[lang](value)) if (!words.has(form)) words.set(form, value);
  made.set(lang, words);
  return words;
}
