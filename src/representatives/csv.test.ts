import { describe, expect, it } from 'vitest';
import { decodeText } from '../facts/decode-text.ts';
import { UnreadableFileError } from '../facts/read-file.ts';
import { NotCsvError, readCsv } from './csv.ts';

const day = '2026-11-24';
const read = (text: string) => readCsv(text, day);
const ada = { externalId: 'x', name: 'Ada One', channels: [{ kind: 'email', value: 'ada@parl.example' }] };

describe('a table', () => {
  it.each([
    ['commas', 'id,name,email\nx,Ada One,ada@parl.example\n'],
    ['semicolons', 'id;name;email\nx;Ada One;ada@parl.example\n'],
    ['tabs', 'id\tname\temail\nx\tAda One\tada@parl.example\n'],
    ['bars', 'id|name|email\nx|Ada One|ada@parl.example\n'],
    ['a named separator', 'sep=;\r\nid;name;email\r\nx;Ada One;ada@parl.example\r\n'],
    ['quoted heads, blanks and capitals', '\ufeff"ID" ; "Name";"EMAIL"\r\n"x";"Ada One";"ada@parl.example"'],
    ['line breaks of any kind', 'id,name,email\rx,Ada One,ada@parl.example\r'],
    ['a line break in a cell', 'id,name,email\nx,"Ada\nOne","ada@parl.example\n"\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({ entries: [{ ...ada, at: expect.stringMatching(/^line [23]$/) }], refused: [] });
  });

  it.each([
    ['a head that stands twice', 'id,name,email,name\nx,Ada One,ada@parl.example,Bo', 'columns that stand twice: name'],
    ['one that does so in capitals', 'name,email,Name \nA,,B', 'columns that stand twice: name'],
    ['an unknown head', 'nome,email\nA,b@x.example\n', 'unknown columns: nome; known are'],
    ['a head without words', 'name,,email\nA,,b@x.example', 'unknown columns: (a head without words)'],
    ['no known separator', 'name:email\nA:b', 'separated by commas, semicolons or tabs'],
    ['no head', 'x,Ada One,ada@parl.example\n', 'unknown columns: ada one, ada@parl.example; known are'],
    ['a quote that is never closed', 'name,email\n"unclosed', 'Quote'],
    ['JSON', '{"persons": []}', 'Quote'],
  ])('is refused whole for %s', (_, text, reason) => {
    expect(() => read(text)).toThrow(NotCsvError);
    expect(() => read(text)).toThrow(reason);
  });

  it('is read as a spreadsheet leaves it: rows of commas alone and blank cells after the last head are none', () => {
    const { entries, refused } = read(
      'name,email,,\n,,,\nA,a@x.example,,\n,\nB,b@x.example\n,,,,,\nC,c@x.example,,x\n',
    );
    expect(entries.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(refused).toEqual([
      { at: 'line 7', reason: 'has 4 cells for 2 heads; a cell that holds the separator stands in quotes' },
    ]);
  });

  it.each([
    ['2024-05-17', '2024-05-16', 'ends (2024-05-16) before it begins (2024-05-17)'],
    ['2024-05', '2024-04', 'ends (2024-04) before it begins (2024-05)'],
    ['2024', '2023-12-31', 'ends (2023-12-31) before it begins (2024)'],
    ['2024-02-29T25:00', '', 'not a date: 2024-02-29T25:00 (there is no such day or time)'],
    ['2024-02-29T23:60', '', 'there is no such day or time'],
    ['2024-02-29 10:00:61', '', 'there is no such day or time'],
    ['2024-02-29T10:00+15:00', '', 'there is no such day or time'],
    ['2023-02-29T10:00', '', 'there is no such day or time'],
  ])('with a term from %s to %s refuses the row', (from, to, reason) => {
    const { entries, refused } = read(`name,started_on,ended_on\nA,${from},${to}\n`);
    expect([entries.length, refused[0]?.at]).toEqual([0, 'line 2']);
    expect(refused[0]?.reason).toContain(reason);
  });

  it.each([
    ['2024-05-17', '2024-05-17'],
    ['2024-05-17', '2024-05'],
    ['2024-05-17', '2024'],
    ['2024-02-29T23:59:60Z', '2024-02-29T00:00+14:00'],
  ])('takes a term from %s to %s', (from, to) => {
    expect(read(`name,started_on,ended_on\nA,${from},${to}\n`).refused).toEqual([]);
  });

  it('tells a row by the line on which it begins, and all that is wrong with it', () => {
    const { refused } = read('name,email,started_on,body\n"A\nA",a@x.example,,\nB,no,17/05/2024,"x\ny"\n\nC,no,,\n');
    expect(refused).toEqual([
      { at: 'line 4', reason: 'not a date: 17/05/2024; write it as 2024-05-17; not an e-mail address: no' },
      { at: 'line 7', reason: 'not an e-mail address: no' },
    ]);
  });

  it('tells of every way to reach somebody what is wrong with it', () => {
    const { refused } = read('name,email,web_form\nA,no,parliament.example\n');
    expect(refused[0]?.reason).toContain('not an e-mail address: no; not a web address: parliament.example');
  });

  it.each(['\n', '\r\n', '\r'])('counts the lines within a cell as an editor does: %j', (end) => {
    const lines = ['', 'name,email', '"A', 'A",a@x.example', '', 'B,no', '"C', '', 'C",no', 'D,no'];
    const { entries, refused } = read(lines.join(end));
    expect([...entries, ...refused].map(({ at }) => at)).toEqual(['line 3', 'line 6', 'line 7', 'line 10']);
  });

  it('can’t tell whom a row means whose cells are too many or too few', () => {
    const { refused, meant } = read('id,name,email\na,Kone, Amina,a@x.example\nb\n');
    expect(refused.map(({ reason }) => reason.split(';')[0])).toEqual([
      'has 4 cells for 3 heads',
      'has 1 cell for 3 heads',
    ]);
    expect(meant).toEqual([
      { externalId: undefined, name: undefined },
      { externalId: undefined, name: undefined },
    ]);
  });

  it('keeps whom a refused row means: by id, by name, by both', () => {
    const { meant } = read('id,name,body,email\na,Ada,,no\n,Bo,House,no\nc,,,no\n,,,no\n');
    expect(meant).toEqual([
      { externalId: 'a', name: 'Ada' },
      { externalId: 'Bo / House / ', name: 'Bo' },
      { externalId: 'c', name: undefined },
      { externalId: undefined, name: undefined },
    ]);
  });

  it('takes a term to come for one, and a year to its end', () => {
    const { entries } = read('name,started_on,ended_on\nA,2099,\nB,,2026\nC,,2025\n');
    expect(entries.map(({ endedOn, beginsOn }) => [endedOn, beginsOn])).toEqual([
      [null, '2099-01-01'],
      [null, null],
      ['2025', null],
    ]);
  });

  it('takes codes of languages only', () => {
    const { entries, refused } = read('name,languages\nA,"en, fr"\nB,"<b>"\n');
    expect(entries[0]?.languages).toEqual(['en', 'fr']);
    expect(refused).toEqual([{ at: 'line 3', reason: 'no code of a language: <b>; write en, fr or pt-BR' }]);
  });
});

describe('a file', () => {
  const text = 'id,name\nx,Élodie علي\n';
  const big = Buffer.from(text, 'utf16le').swap16();

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.concat([Buffer.of(0xfe, 0xff), big])],
    ['UTF-16BE', big],
  ])('is recognised as %s', (_, bytes) => {
    expect(decodeText('a.csv', bytes)).toBe(text);
  });

  it('in another encoding is refused with a word that helps, and read where it is said', () => {
    const bytes = Buffer.from('name\nJos\xe9 \x80\x9c\n', 'latin1');
    expect(() => decodeText('a.csv', bytes)).toThrow(UnreadableFileError);
    expect(() => decodeText('a.csv', bytes)).toThrow(
      'a.csv is neither UTF-8 nor UTF-16: save it as “CSV UTF-8”, or say what it is with --encoding',
    );
    expect(decodeText('a.csv', bytes, 'windows-1252')).toBe('name\nJosé €œ\n');
    expect(decodeText('a.csv', Buffer.of(0xda, 0xe1, 0xed), 'windows-1256')).toBe('علي');
    expect(() => decodeText('a.csv', bytes, 'klingon')).toThrow('--encoding klingon is no encoding');
    expect(() => decodeText('a.csv', bytes, 'utf-8')).toThrow('a.csv is not utf-8');
  });

  it.each([
    ['shifts', Buffer.from('name\n\x1b$B;3ED\x1b(B\n')],
    ['UTF-32', Buffer.from('\ufeff\0n\0a\0\n\0', 'utf16le')],
    ['zeros', Buffer.from('name\nA\0da One of a long name\n')],
  ])('that holds what stands in no text is refused: %s', (_, bytes) => {
    expect(() => decodeText('a.csv', bytes)).toThrow('is neither UTF-8 nor UTF-16');
  });

  it('in a Japanese encoding with shifts is read where it is said', () => {
    expect(decodeText('a.csv', Buffer.from('\x1b$B;3ED\x1b(B'), 'iso-2022-jp')).toBe('山田');
  });
});
