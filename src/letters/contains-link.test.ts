import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { growsAsTheText } from '../../test/support/growth.ts';
import { AskFacts, AskText } from '../campaigns/campaign-text.ts';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { finishLetter, prepareLetter } from './compose.ts';
import { containsLink } from './contains-link.ts';
import { screen } from './screening.ts';

describe('an address', () => {
  it.each([
    [
      'a top-level domain of any kind',
      [
        'see evil.xn--p1ai',
        'see evil.рф',
        'see evil.news',
        'see evil.me',
        'evil.ly today',
        'go to evil.photography!',
        'evil.भारत',
        'evil.السعودية',
        '例子.公司',
        'evil.onion',
        'evil.museum',
        'evil.shop now',
      ],
    ],
    [
      'more than one label before it',
      ['evil.co.uk', 'news.evil.com', 'a-b.evil.org now', 'www2.shop.evil.museum', 'go to mx.evil.рф', 'a.b.c.d.com'],
    ],
    [
      'capitals',
      [
        'see Evil.Com',
        'EVIL.COM',
        'see EVIL.NEWS',
        'Evil.Org',
        'evil.COM',
        'Evil.Fr',
        'EVIL.РФ',
        'Evil.Wiki',
        'Evil.Photography now',
        'Evil.Рус',
      ],
    ],
    [
      'what can’t be seen',
      [
        'see evil.\u200bcom',
        'evil\u200b.com',
        'e\u00advil.c\u2060om',
        'evil.c\u034fom',
        'evil.co\ufe0fm',
        'evil.c\u{e0041}om',
        'evil.\u3164com',
        'h\u200bttps://evil.example',
      ],
    ],
    [
      'other full stops and letters',
      ['evil．com', 'evil。com', 'evil｡com', 'evil․com', 'evil۔com', 'ｅｖｉｌ.ｃｏｍ', '𝐞𝐯𝐢𝐥.𝐜𝐨𝐦', 'ⓔⓥⓘⓛ.ⓒⓞⓜ'],
    ],
    [
      'blanks',
      [
        'evil . com',
        'evil .com',
        'evil (dot) com',
        'evil[.]com',
        'evil dot com',
        'evil punto com',
        'e v i l . c o m',
        'evil (point) com',
        'evil (نقطة) com',
      ],
    ],
    [
      'what stands beside it',
      [
        '(evil.com)',
        '_evil.com_',
        'see:evil.com',
        '"evil.com"',
        '«evil.com»',
        'evil.com,',
        'evil.com;now',
        '-evil.com',
        'evil.la/x',
        'evil.no:8080',
        'evil.me.',
        'x,evil.com',
      ],
    ],
    [
      'a scheme, markup, a mailbox, a number',
      [
        'https://evil',
        'hxxp://evil',
        'ftp:evil',
        'mailto:a',
        '//x://',
        '<b>',
        '</p>',
        '<!-- -->',
        'a@evil.example',
        'a＠evil.example',
        '10.0.0.1/x',
        '10.0.0.1:80',
        'www.evil',
      ],
    ],
  ])('is seen through %s', (_, texts) => {
    expect(texts.filter((text) => !containsLink(text))).toEqual([]);
  });

  it.each([
    [
      'days and numbers',
      [
        '24.06.2026',
        'on 3.5.2004.',
        '1.2.3.4',
        'le 24.06.2026.Nous',
        '17.07.1998.La Corte',
        'at 9.30',
        '3.500.000',
        'n.5',
        'no.5',
        'núm.7',
        '$1.5m',
        '5.km',
      ],
    ],
    [
      'abbreviations',
      [
        'art.127',
        'art.127.La',
        'a.m.',
        'p.m.',
        'e.g. this',
        'i.e.the law',
        'M. Dupont.Il',
        'M.Dupont',
        'Mme.la Ministre',
        'S.E.M.le Ministre',
        'EE.UU. y',
        'S.A.de C.V.',
        'U.N.',
        'O.N.U.',
        'D.R.C.',
        'R.D.C.',
        'cf.art.5',
        'Mr.Mutua',
        'Sr.Ortega',
        'St.Louis',
        'Ph.D.',
        'p.ej. esto',
        'p.ex. ceci',
        'etc.je vous',
      ],
    ],
    [
      'sentences without a blank',
      [
        'Thank you.In 2024',
        'the court.It is',
        'merci.La Cour',
        'gracias.No olvide',
        'la paix.Je vous prie',
        'justicia.Me preocupa',
        'famille.Ma soeur',
        'Minister.Today I',
        'we wait.now we act',
        'no more.me and my sister',
        'la paix.la cour',
        'verdad.no hay',
        'esto.de verdad',
        'justicia.Soy madre',
        'justicia.soy madre',
        'favor.Mil gracias',
        'burned.Homes were lost',
        'نطلب العدالة.مصر دولة',
        'المحكمة.عرب كثيرون',
        'HELP US.IN 2003 THEY',
      ],
    ],
    ['names', ['A.Sy', 'M.Ba', 'O.Ly', 'Amadou.Ba', 'M.DUPONT', 'm.dupont', 'J.WANG', 'M.Hermes', 'A.Bosch']],
    ['choices', ['el/la', 'he/she', 'brother.he/she', 'and/or', 'et/ou', 'km/h']],
    ['marks', ['...la', 'wait...what', 'yes. no. yes.', 'A: b', 'note: this', '@UN', 'a & b', '1 < 2', 'I <3 you']],
  ])('is not seen in %s', (_, texts) => {
    expect(texts.filter((text) => containsLink(text))).toEqual([]);
  });

  it.each(['a.', 'a-', 'a@', 'a ', 'a [ ', '\u0301\u0327', `${'a'.repeat(24)}.`, 'justice.so we ', '1.1.1.1'])(
    'is looked for in time that grows as the text: %j',
    (piece) => {
      expect(growsAsTheText(containsLink, piece, { before: 'a' })).toBe(true);
    },
  );
});

/** What people add in their own words: days, places, abbreviations, names, numbers. Made up for this test. */
const personal: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'My uncle was taken on 24.06.2026. In our street nobody spoke of it. It was the year the school closed.',
    'I am a nurse in St. Mary’s. We had 3.500 patients a year, e.g. people who had fled. Is that justice?',
    'Under art.127 a state may leave. So may ours, but at what price? No one asked us.',
    'Mr. Mutua taught law at 9 a.m. on Mondays. As he said, no. 5 of the list matters most. To me it does.',
    'I work for an N.G.O. in Kisumu, i.e. far from the capital. At night we listen. You can help.',
    'They killed my brother and burned our village. He was 12. How can we live with that? Do something.',
    'My mother is 71.5 kg of courage. Us children learned from her. By the way, her letter of 3/5/2004 was never answered.',
    'Dr. A. Okello Ph.D. wrote about it in vol. 3, pp. 12-15. My point is hers. Please read it, Sir/Madam.',
  ],
  fr: [
    'Mon oncle a disparu le 24.06.2026. La rue s’est tue. Il avait 30 ans. Je pense à lui. Ma mère aussi.',
    'M. Dupont enseignait le droit. Il disait: l’art.127 permet de partir. Et alors? Au nom de quoi?',
    'Je travaille à l’O.N.G. de mon quartier, p. ex. avec des réfugiés. Si vous veniez, vous verriez. Ne nous oubliez pas.',
    'S.E.M. le Ministre le sait: en R.D.C. les victimes attendent. De tout cœur, agissez. Me voilà prête à témoigner.',
    'Nous étions 3.500 dans le camp, cf. le rapport no 5. Va-t-on nous entendre? Es-tu avec nous, disait-elle.',
    'Mme Ba, née Sy, ma voisine, a tout perdu. Sa maison a brûlé à 9 h 30. Eu égard à cela, aidez-nous. Vu les faits, agissez.',
    'Se taire n’est pas la paix. Plus de silence. Car la loi est la même pour tous. Ni oubli, ni vengeance.',
  ],
  es: [
    'Mi tío desapareció el 24.06.2026. La calle calló. No volvió. Me pregunto por qué. Su madre espera.',
    'El Sr. Ortega enseñaba derecho. De él aprendí el art.127. Es justo. Al menos eso creo. Si no, ¿quién?',
    'Trabajo en una O.N.G., p. ej. con refugiados de EE. UU. y de aquí. Se lo pido. Va por ellos. Tu voz cuenta.',
    'Éramos 3.500 en el campo, núm. 5 de la lista. Ya no. No olvide: a las 9.30 h llegaron. Di lo que vi. Total, nadie oyó.',
    'Ud. puede. Vd. lo sabe. Ve lo que pasa. Ir a la justicia cuesta. Casa por casa nos buscaron. Voto y espero.',
    'La S.A. de mi padre cerró. Red de amigos, eso quedó. Viva la justicia. Uno no elige. Son 12 familias.',
  ],
  ar: [
    'اختفى عمي في 24.06.2026. سكت الشارع كله. كان عمره 30 سنة. أفكر فيه كل يوم.',
    'مصر بلدي. السعودية فيها أهلي. المغرب عشت فيه. تونس علمتني. عرب كثيرون ينتظرون.',
    'قال د. حسن إن المادة 127 تسمح بالخروج. فهل هذا عدل؟ شبكة من الأصدقاء بقيت لنا.',
    'كنا 3.500 في المخيم. وصلوا في الساعة 9.30. العراق وفلسطين والسودان في القلب. عمان أيضا.',
    'أعمل ممرضة. رأيت ما رأيت. لا تنسونا. موقع بيتنا صار رمادا. شكرا لكم.',
  ],
};

/** The same numbers for the same seed (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** As people type on phones: every tenth leaves out blanks after full stops, every hundredth the capital too. */
function asTyped(text: string, chance: number): string {
  if (chance < 0.01)
    return text.replace(/(\p{L})\. (\p{L})/gu, (_, before, after) => `${before}.${after.toLowerCase()}`);
  return chance < 0.1 ? text.replace(/(\p{L}|\d)([.!?]) (?=\p{L})/gu, '$1$2') : text;
}

function cleanLetters(
  lang: Lang,
  count: number,
): readonly { letter: { subject: string; body: string }; ask: AskText }[] {
  const folder = join(root, 'content/campaigns/united-by-common-bonds/asks');
  const asks = readdirSync(folder).map((slug) => ({
    ask: AskText.parse(JSON.parse(readFileSync(join(folder, slug, `${lang}.json`), 'utf8'))),
    facts: AskFacts.parse(JSON.parse(readFileSync(join(folder, slug, 'ask.json'), 'utf8'))),
  }));
  const random = numbers(langs.indexOf(lang) + 1);
  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random.next().value * items.length)] as Item;
  const addressee = { office: 'foreign-minister' as const, role: null, name: null };
  return Array.from({ length: count }, () => {
    const { ask, facts } = oneOf(asks);
    const why = asTyped(
      [oneOf(personal[lang]), oneOf(personal[lang]), oneOf(personal[lang])].join(' '),
      random.next().value,
    );
    const prepared = prepareLetter(lang, ask, facts.defaults, [addressee], { iso2: 'KE', iso3: 'KEN' });
    return { ask, letter: finishLetter(lang, prepared, addressee, { name: 'Amina K.', why }) };
  });
}

describe('clean letters', () => {
  it('are held at most once in a thousand', () => {
    const letters = langs.flatMap((lang) => cleanLetters(lang, 1_250));
    const held = letters.filter(({ letter, ask }) => screen(letter, ask) !== undefined);
    expect(held.length / letters.length).toBeLessThanOrEqual(0.001);
  });
});
