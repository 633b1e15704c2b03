import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { growsAsTheText } from '../../test/support/growth.ts';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { containsLink } from './contains-link.ts';

describe('an address is seen', () => {
  it.each<[string, readonly string[]]>([
    [
      'with blanks anywhere',
      [
        'evil. com',
        'evil .com',
        'EVIL. COM',
        'Evil. Com',
        'EVIL.CO M',
        'evil.c om',
        'evil .c o m',
        'evil. net',
        'evil. org',
        'evil .co .uk',
        'evil.co. uk',
        'www .evil. com',
        'www . evil . com',
        'www evil com',
        'w w w evil com',
        't . me / evil',
        'evil.com /x',
      ],
    ],
    [
      'with its stops of another shape, or in brackets',
      [
        'evil．com',
        'evil｡com',
        'evil·com',
        'evil•com',
        'evil…com',
        'evil,com',
        'evil * com',
        'evil[.]com',
        'evil(.)shop',
        'evil {.} com',
      ],
    ],
    [
      'with its stops in words',
      [
        'evil dot com',
        'evil DOT COM',
        'evil d0t com',
        'evil(dot)com',
        'evil[dot]shop',
        'evil-dot-com',
        'evil_dot_com',
        'evil <dot> com',
        'evildotcom',
        'evil dot co dot uk',
        'evil point com',
        'evil point fr',
        'evil point net',
        'evil punto com',
        'evil punto org',
        'evil punto net',
        'evil نقطة com',
        'موقع نقطة كوم',
        'موقع (نقطة) نت',
      ],
    ],
    [
      'with letters of other scripts that look alike',
      [
        'еvil.com',
        'evil.соm',
        'evil.cοm',
        'εvіl.оrg',
        'eѵil.ϲom'.replace('ϲ', 'с'),
        'ｅvil.сom',
        'evіl.nеt',
        'ехample.сom',
      ],
    ],
    [
      'with what can’t be seen within',
      [
        'ev\u200bil.c\u200dom',
        'evil\u2060. \u200bcom',
        'evil \u200bdot\u200b com',
        'java\u00adscript:x',
        'www\u200b.evil',
      ],
    ],
    [
      'by its scheme',
      [
        'javascript:alert(1)',
        'JavaScript :x',
        'vbscript:x',
        'data:text/html,x',
        'file:///x',
        'hxxp://evil',
        'hXXps : // evil',
        'h t t p : / / evil',
        'http evil com',
        'https:\\\\evil',
        'tel:+123',
        'tel: +254 700',
        'sms:+123',
        'whatsapp:+1',
        'tg://x',
      ],
    ],
    [
      'by the words that send there',
      [
        'visit justice.me',
        'visitez justice.me',
        'our site: peace.to',
        'رابط: peace.me',
        'please see evilsite.it for more',
        'Voir evilsite.me pour la suite',
        'visit us at evil-site.ca today',
      ],
    ],
    ['by a name with a digit at its end', ['evil1.ru', 'see evil24.me']],
    [
      'by its path',
      ['act.to/x', 'do.so/now', 'us.in:8080', 'act.to?from=me', 'do.so#now', 'justice.to/help', 'good.ly/abc'],
    ],
    [
      'by a name that is no word of every day',
      ['evil.me', 'see evil.to.', 'evil.so', 'go to my-peace.me', 'x.peace.me'],
    ],
  ])('%s', (_, texts) => {
    expect(texts.filter((text) => !containsLink(text))).toEqual([]);
  });
});

describe('no address is seen', () => {
  it.each<[string, readonly string[]]>([
    [
      'where a blank is missing between two words, even at the end',
      [
        'act.to',
        'good.at',
        'law.by',
        'do.so',
        'us.in',
        'We must act.to',
        'Please do.so',
        'LAW.BY',
        'help us.now.',
        'la paix.la',
        'notre famille.ma',
        'la justice.ni',
        'mi madre.me',
        'por favor.no',
        'la verdad.es',
      ],
    ],
    [
      'in numbers of telephones, which lead to no site',
      ['+254 700 123456', 'call 020 7946 0958', '+1 (202) 555-0143', '01.42.68.53.00', '+33 1 42 68 53 00'],
    ],
    [
      'where a question or a number follows a full stop without a blank',
      ['Do we act.to?Yes', 'la justice.la?oui', 'verdad.no? Sí = no', 'We act.no #5'],
    ],
    [
      'in English',
      [
        'At that point UK troops left. At some point EU leaders must act.',
        'The dot on the map. A point of law. The point is clear.',
        'We lost 3. Comfort came late. Organisations helped. Network of friends.',
        'By phone: she said. The data: they were lost. A file: 3 pages. Tel Aviv. Hotel: closed.',
        'It was … not so. Wait… then act. See p. 3, no. 5; vol. ii.',
      ],
    ],
    [
      'in French',
      [
        'Un point net et clair. Le point info du quartier. À ce point, on agit. Il n’est point net.',
        'Engagé·es et citoyen·nes, ami·e·s de la paix. Le recul… net et clair. Commence. Comme ceci.',
        'Un point commun. Le point. Commençons. Organisons-nous. 3 °C. Comité.',
      ],
    ],
    [
      'in Spanish',
      [
        'El punto es claro. Punto final. Un punto de información. En este punto, comprendo.',
        'Punto y aparte. Como madre, pido. Comparto. Organización. No. 5. Sí. Y punto.',
      ],
    ],
    [
      'in Arabic',
      ['هذه نقطة مهمة. نقطة البداية. من نقطة إلى أخرى. النقطة الأولى كانت هنا.', 'في النقطة. كومة من الأوراق.'],
    ],
    [
      'in names and places',
      [
        'Amina K.',
        'J. R. Okello',
        'María-José de la Cruz',
        'Jean-Pierre N’Diaye',
        'O’Neill',
        'Dr. So',
        'Anne Me',
        'St. Louis',
        'Washington D.C.',
        'A.B. de Villiers',
        'Ομηρος Παπάς',
        'Иван Петров',
        'И. П. Петров',
        'ع. م. حسن',
        'San José, C.R.',
        'Como',
        'Orgiva',
        'Comoros',
      ],
    ],
  ])('%s', (_, texts) => {
    expect(texts.filter((text) => containsLink(text))).toEqual([]);
  });

  it.each(langs)('in anything that a campaign offers for a letter, in %s', (lang) => {
    const asks = join(root, 'content/campaigns/united-by-common-bonds/asks');
    const texts = readdirSync(asks).map((slug) => readFileSync(join(asks, slug, `${lang}.json`), 'utf8'));
    const paragraphs = texts.flatMap((text) => proseOf(JSON.parse(text)));
    expect(paragraphs.length).toBeGreaterThan(10);
    expect(paragraphs.filter((text) => containsLink(text))).toEqual([]);
  });

  it('in the names of the record and of states', () => {
    const names = proseOf(JSON.parse(readFileSync(join(root, 'content/states/names.json'), 'utf8')));
    const people = readFileSync(join(root, 'content/record/people.csv'), 'utf8')
      .split('\n')
      .map((row) => row.split(',', 2)[1] ?? '');
    expect(names.length + people.length).toBeGreaterThan(150);
    expect([...names, ...people].filter((name) => containsLink(name))).toEqual([]);
  });
});

/** Every text in a value read from JSON, but addresses of sources. */
function proseOf(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('https://') ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(proseOf) : [];
}

describe('the time it takes', () => {
  it.each([
    'a. ',
    'a.',
    'a (dot ',
    'a  -_',
    '. c o m',
    'w w ',
    'h t t ',
    'point ',
    'un point ',
    'act.to ',
    'visit ',
    'аоре.',
    ': / ',
    'a@',
    'a . co . ',
    'a•••',
    'a [ . ',
    '٠.',
    'a\u200b.',
  ])('grows as the text at the most: %j', (piece) => {
    expect(growsAsTheText(containsLink, piece)).toBe(true);
  });
});
