import { describe, expect, it } from 'vitest';
import { InvalidEntryError } from './bad-row.ts';
import { contacts } from './contact.ts';
import { inOffice, partialDate } from './dates.ts';
import type { Mandate } from './entry.ts';

const addresses = (field: string) => contacts('email', field).map(({ value }) => value);

describe('an e-mail field', () => {
  it.each([
    ['ada@parl.example; ada.office@parl.example', ['ada@parl.example', 'ada.office@parl.example']],
    ['bo@parl.example, bo2@parl.example', ['bo@parl.example', 'bo2@parl.example']],
    ['bo@parl.example|bo2@parl.example', ['bo@parl.example', 'bo2@parl.example']],
    ['bo@parl.example\r\nbo2@parl.example', ['bo@parl.example', 'bo2@parl.example']],
    ['Bo@parl.example bo@PARL.example', ['bo@parl.example']],
    ['Cy Three <cy@parl.example>', ['cy@parl.example']],
    ['"Three, Cy" <cy@parl.example>; Di <di@parl.example>', ['cy@parl.example', 'di@parl.example']],
    ['eo@parl.example, Fi <fi@parl.example>', ['fi@parl.example', 'eo@parl.example']],
    [' eo@parl.example ', ['eo@parl.example']],
    ['fi@parl.example.', ['fi@parl.example']],
    ['MAILTO:Ho.Eight@PARL.EXAMPLE', ['Ho.Eight@parl.example']],
    ['io@parl.example\u200b', ['io@parl.example']],
    ['\ufeffi\u00ado@parl.\u200bexample', ['io@parl.example']],
    ['io@par\u200dl.exam\u200cple.', ['io@parl.example']],
    ['\u200cio@parl.example\u200d\ufe0f', ['io@parl.example']],
    ['io@نامه\u200cای.example', ['io@xn--mgba3gch31f060k.example']],
    ['ada@parl.example / bo@parl.example', ['ada@parl.example', 'bo@parl.example']],
    ['ada@parl.example، bo@parl.example', ['ada@parl.example', 'bo@parl.example']],
    ['mailto: ada@parl.example', ['ada@parl.example']],
    ['mailto:ada@parl.example,%20bo%2Bpress@parl.example', ['ada@parl.example', 'bo+press@parl.example']],
    [
      'mailto:ada@parl.example,mailto:bo@parl.example, Cy <cy@parl.example>',
      ['cy@parl.example', 'ada@parl.example', 'bo@parl.example'],
    ],
    ["'cy@parl.example' <cy@parl.example>", ['cy@parl.example']],
    ['"cy@home" <cy@parl.example>, "Di" <di@parl.example>', ['cy@parl.example', 'di@parl.example']],
    ["o'brien@parl.example, Pat' <pat@parl.example>", ['pat@parl.example', "o'brien@parl.example"]],
    ['mailto:ada%2Bpress@parl.example', ['ada+press@parl.example']],
    ['Ada One <mailto:ada%26bo@parl.example>', ['ada&bo@parl.example']],
    ['Q&A/desk@council.example', ['Q&A/desk@council.example']],
    ['info@مثال.السعودية', ['info@xn--mgbh0fb.xn--mgberp4a5d4ar']],
  ])('%j holds %j', (field, read) => {
    expect(addresses(field)).toEqual(read);
  });

  it.each([
    ...['n/a', '-', '', 'gi [at] parl.example', 'ada@parl.example; n/a', 'ada@parl.example or bo@parl.example'],
    ...[
      'ada@parl.example\r\nBcc: b@x.example',
      'mailto:ada@parl.example?subject=Hi',
      'mailto:ada%@parl.example',
      'mailto:ada%0d%0abcc@parl.example',
      'mailto:ada@p%61rl.example/x',
      'Ada <>',
      'Ada <ada>',
      'ada@parl.example..',
    ],
    ...['ada@parl.example/contact', 'ada@127.0.0.1', '\u200b', `${'a'.repeat(3_000)}@parl.example`],
  ])('%j is refused', (field) => {
    expect(() => addresses(field)).toThrow(InvalidEntryError);
  });

  it('tells what was read', () => {
    expect(() => addresses('gi [at] parl.example')).toThrow('not an e-mail address: gi [at] parl.example');
    expect(() => contacts('web-form', 'parliament.example/contact')).toThrow('https://');
  });
});

it('the address of a form is read without what can’t be seen', () => {
  expect(contacts('web-form', '\ufeffhttps://parl.example/con\u200btact\u2060 ')).toEqual([
    { kind: 'web-form', value: 'https://parl.example/contact' },
  ]);
});

describe('a date', () => {
  it.each([
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    [' 2024-05-17 ', '2024-05-17'],
    ['2024-01-01T00:00:00Z', '2024-01-01'],
    ['2024-01-01T00:00:00.000+02:00', '2024-01-01'],
    ['2024-01-01 12:30', '2024-01-01'],
    ['2024-02-29', '2024-02-29'],
    ['', null],
    [' ', null],
    [null, null],
  ])('%j is %j', (text, date) => {
    expect(partialDate(text)).toBe(date);
  });

  it.each([
    ['2024-02-30', 'no such day'],
    ['2023-02-29', 'no such day'],
    ['0000', 'write it as'],
    ['0000-00-00', 'no such day'],
    ['2027-02-31T00:00:00Z', 'no such day'],
    ['0000-00-00', 'no such day'],
    ['2024-13', 'write it as'],
    ['17/05/2024', '; write it as 2024-05-17'],
    ['05/17/2024', '; write it as 2024-05-17'],
    ['5/6/2024', '2024-06-05, or as 2024-05-06, whichever is meant'],
    ['7.7.2024', '; write it as 2024-07-07'],
    ['31/02/2024', '2024-05-17, 2024-05 or 2024'],
    ['May 2024', '2024-05-17, 2024-05 or 2024'],
    ['2024-01-01T99', 'not a date'],
    ['1'.repeat(100_000), 'not a date'],
  ])('%j is none: %s', (text, hint) => {
    expect(() => partialDate(text)).toThrow(hint);
  });
});

describe('where somebody stands', () => {
  const day = '2026-05-10';
  const term = (started_on: string | null, ended_on: string | null, current: boolean): Mandate => ({
    ...{ role: null, body: '', body_kind: 'legislature', party: null, area: null, term: null },
    ...{ started_on, ended_on, current },
  });

  it.each([
    ['in office', [term('2024', null, true)], null, null, null],
    ['not yet', [term('2026-06', null, false)], null, null, '2026-06-01'],
    [
      'between two terms',
      [term('2020', '2025', false), term('2027', null, false), term('2026-12-01', null, false)],
      null,
      null,
      '2026-12-01',
    ],
    ['no more', [term('2020', '2024', false), term('2018', '2019-03', false)], null, '2024', null],
    ['nowhere', [], null, day, null],
    ['dead', [term('2026-06', null, false)], '2026-04', '2026-04', null],
  ])('%s', (_, mandates, died, endedOn, beginsOn) => {
    expect(inOffice(mandates, died, day)).toEqual({ endedOn, beginsOn });
  });
});
