import { describe, expect, it } from 'vitest';
import { growsAsTheText } from '../../test/support/growth.ts';
import { mailtoLink, readMailbox } from './mailbox.ts';

const label = (length: number) => 'b'.repeat(length);
const local = (length: number) => 'a'.repeat(length);

describe('an address', () => {
  it.each([
    ['Amina@Mail.Example', 'Amina@mail.example'],
    [' a+b@bücher.example ', 'a+b@xn--bcher-kva.example'],
    ['Q&A.desk@council.example', 'Q&A.desk@council.example'],
    ['first/last@mail.example', 'first/last@mail.example'],
    ['user=tag@mail.example', 'user=tag@mail.example'],
    ['a%b@mail.example', 'a%b@mail.example'],
    ["o'brien!#$*?^_`{|}~@mail.example", "o'brien!#$*?^_`{|}~@mail.example"],
    ['info@xn--80a1acny.xn--p1ai', 'info@xn--80a1acny.xn--p1ai'],
    ['info@XN--80A1ACNY.xn--p1ai', 'info@xn--80a1acny.xn--p1ai'],
    ['info@Почта.РФ', 'info@xn--80a1acny.xn--p1ai'],
    ['info@مثال.السعودية', 'info@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['info@उदाहरण.भारत', 'info@xn--p1b6ci4b4b3a.xn--h2brj9c'],
    ['info@例子.公司', 'info@xn--fsqu00a.xn--55qx5d'],
    ['info@예시.한국', 'info@xn--vv4b11d.xn--3e0b707e'],
    ['info@παράδειγμα.ελ', 'info@xn--hxajbheg2az3al.xn--qxam'],
    ['info@ΚΟΣΜΟΣ.example', 'info@xn--vxaeibsc.example'],
    ['info@ꭰꮳ.example', 'info@xn--58d8k.example'],
    ['info@faß.example', 'info@xn--fa-hia.example'],
    ['info@cafe\u0301.example', 'info@xn--caf-dma.example'],
    ['info@نامه\u200cای.example', 'info@xn--mgba3gch31f060k.example'],
    ['info@a--b.1st.example', 'info@a--b.1st.example'],
    [`${local(64)}@mail.example`, `${local(64)}@mail.example`],
    [`a@${label(63)}.example`, `a@${label(63)}.example`],
  ])('%j is read', (typed, address) => {
    expect(readMailbox(typed)).toEqual({ address, comparable: address.toLowerCase() });
  });

  it.each([
    'amina',
    '@mail.example',
    'a@b',
    'a b@mail.example',
    'Amina <a@mail.example>',
    'a@mail.example\r\nBcc: b@mail.example',
    'a@mail.example,b@mail.example',
    'é@mail.example',
    'a@mail.example\u202e',
    '"a"@mail.example',
    'a(comment)@mail.example',
    'a@b@mail.example',
    '.a@mail.example',
    'a.@mail.example',
    'a..b@mail.example',
    `${local(65)}@mail.example`,
    `${local(250)}@mail.example`,
    `a@${label(64)}.example`,
    `a@${`${label(63)}.`.repeat(4)}example`,
    `a@${'я'.repeat(60)}.example`,
  ])('%j is refused', (typed) => {
    expect(readMailbox(typed)).toBeUndefined();
  });
});

it.each([
  ['desk@council.example', 'mailto:desk@council.example'],
  ['Q&A/desk=x?y#z%61@council.example', 'mailto:Q%26A%2Fdesk%3Dx%3Fy%23z%2561@council.example'],
])('a link leads to the mailbox and says nothing else: %s', (address, link) => {
  expect(mailtoLink(address)).toBe(link);
  expect(decodeURIComponent(new URL(link).pathname)).toBe(address);
});

describe('a domain that would become another on the way is refused', () => {
  it.each([
    [
      'cut',
      ['mail.example/../x', 'mail.example/', 'mail.example?x', 'mail.example#x', 'mail.example\\x', 'mail.example:25'],
    ],
    ['decoded', ['m%61il.example', 'mail%2eexample', 'mail.exampl%65']],
    [
      'dropped',
      [
        'ma\u00adil.example',
        'ma\u200bil.example',
        'mail.exam\tple',
        'ma\u2060il.example',
        'mail\ufe0f.example',
        'mail.example.',
      ],
    ],
    [
      'mapped',
      [
        'mail\u3002example',
        'mail\uff0eexample',
        'mail\uff61example',
        'ｍail.example',
        'ⓖ.example',
        'ﷺ.example',
        'ﬁ.example',
        'a\u0337.example?',
      ],
    ],
    [
      'a number',
      [
        '127.0.0.1',
        '127.1',
        '0x7f.1',
        '１27.0.0.1',
        '[127.0.0.1]',
        '[IPv6:::1]',
        '[::1]',
        '2130706433',
        'mail.0x1',
        'mail.123',
        'mail.example1',
      ],
    ],
    [
      'no label',
      [
        'b-.example',
        '-b.example',
        'mail.-example',
        'mail.example-',
        'a_b.example',
        'a..example',
        '.example',
        'mail.e',
        'ab--c.example',
        '💩.example',
        'a b.example',
      ],
    ],
    [
      'encoded wrongly',
      [
        'xn--a.example',
        'xn--mail.example',
        'xn--.example',
        'xn--mail-.example',
        'xn--ls8h.example',
        'xn--99999999.example',
        'mail.xn--example',
      ],
    ],
    ['against its script', ['אa.example', '\u0301a.example', 'a\u200db.example', 'ab\u200c.example']],
  ])('%s', (_, domains) => {
    expect(domains.filter((domain) => readMailbox(`ada@${domain}`))).toEqual([]);
  });

  it('whatever stands in one of its places', () => {
    const typed = Array.from({ length: 0x3000 }, (_, code) => `ma${String.fromCodePoint(code)}il.example`);
    const other = typed.flatMap((domain) => {
      const read = readMailbox(`ada@${domain}`)?.address.slice(4);
      return read === 'mail.example' || read?.includes('%') ? [domain] : [];
    });
    expect(other).toEqual([]);
  });
});

describe('what is no address', () => {
  it.each([
    ['marks', '', '\u0301\u0327', ''],
    ['dots', '', '.', ''],
    ['ats', '', '@', ''],
    ['labels', 'a@', 'a-', '.example'],
    ['blanks', '', ' ', 'a@mail.example'],
  ])('costs no more than its length: %s', (_, before, piece, after) => {
    expect(readMailbox(before + piece.repeat(60_000) + after)).toBeUndefined();
    expect(growsAsTheText(readMailbox, piece, { before, after })).toBe(true);
  });
});
