import { describe, expect, it } from 'vitest';
import { chosen, openForm, PROOF, typed } from './fields.ts';
import { FormTooLongError, InvalidFormError, readForm as readBody, sameOrigin } from './posted-form.ts';

const form = openForm({
  name: typed('letters.name.label', 10),
  why: typed('letters.why.label', 100),
  to: chosen(4, 3),
  'argument-*': chosen(2),
});
const readForm = (body: Buffer) => readBody(body, form);
const read = (body: string) => readForm(Buffer.from(body));

function thrownBy(body: string): unknown {
  try {
    return read(body);
  } catch (error) {
    return error;
  }
}

describe('a posted form', () => {
  it('keeps what was typed, in any script', () => {
    const given = read('name=Am%C3%ADna+K.&to=1&to=2&why=%D8%B3%D9%84%D8%A7%D9%85');
    expect(given.get('name')).toBe('Amína K.');
    expect(given.getAll('to')).toEqual(['1', '2']);
    expect(given.get('why')).toBe('سلام');
  });

  it.each(['name=%FF%FE', 'name=%C3', '%E2%28%A1=x', 'name=%ED%A0%80', 'name=%ED%B0%80%ED%A0%80'])(
    'refuses bytes that are no UTF-8: %s',
    (body) => {
      expect(() => read(body)).toThrow(InvalidFormError);
    },
  );

  it('refuses raw bytes that are no UTF-8', () => {
    expect(() => readForm(Buffer.from([0x6e, 0x3d, 0xff]))).toThrow(InvalidFormError);
    expect(() => readForm(Buffer.from([0x6e, 0x3d, 0xed, 0xa0, 0x80]))).toThrow(InvalidFormError);
  });

  it('takes NUL out, before it counts marks', () => {
    expect(read('name=A%00min%00a').get('name')).toBe('Amina');
    expect(thrownBy(`name=a${'\u0301'.repeat(16)}%00${'\u0301'.repeat(16)}`)).toBeInstanceOf(FormTooLongError);
  });

  it('refuses a flood of fields', () => {
    expect(() => read('a=1&'.repeat(1_000))).toThrow(InvalidFormError);
  });

  it('holds its own fields and the proof alone', () => {
    const given = read(`name=A&evil=1&argument-law=1&argument=2&__proto__=3&constructor=4&-*=5&*=6&${PROOF}=p`);
    expect(given.toString()).toBe(`name=A&argument-law=1&${PROOF}=p`);
  });

  it('refuses a field that comes more often than it may', () => {
    expect(read('to=1&to=2&to=3').getAll('to')).toHaveLength(3);
    expect(() => read('to=1&to=2&to=3&to=4')).toThrow(InvalidFormError);
    expect(() => read('name=Amina&name=Asha')).toThrow(InvalidFormError);
  });

  it('refuses what no page of ours puts there', () => {
    for (const body of [
      'to=12345',
      'argument-law=123',
      `argument-law=${'x'.repeat(131_000)}`,
      `proof=${'x'.repeat(4_001)}`,
    ])
      expect(() => read(body)).toThrow(InvalidFormError);
  });

  it('gives back whole what somebody typed beyond all bounds, and says which field it is', () => {
    expect(read(`name=${'x'.repeat(40)}`).get('name')).toHaveLength(40);
    const error = thrownBy(`to=1&why=because&name=${'x'.repeat(41)}`) as FormTooLongError;
    expect(error).toBeInstanceOf(FormTooLongError);
    expect([...error.wrong]).toEqual([['name', 'long']]);
    expect([...error.given]).toEqual([
      ['to', '1'],
      ['why', 'because'],
      ['name', 'x'.repeat(41)],
    ]);
  });

  it('takes as many marks on one letter as any script has, and not more', () => {
    expect(read(`why=a${'\u0301\u0316'.repeat(15)}`).get('why')).toHaveLength(31);
    const error = thrownBy(`why=a${'\u0301\u0316'.repeat(15)}\u0301`) as FormTooLongError;
    expect([...error.wrong]).toEqual([['why', 'piled']]);
  });
});

describe('same origin', () => {
  const site = 'https://justice.example';
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://justice.example' }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    [{}, true],
  ])('%o → %s', (headers, same) => {
    expect(sameOrigin(headers, site)).toBe(same);
  });
});
