import { describe, expect, it } from 'vitest';
import { NoForm, readForm, sameOrigin } from './posted-form.ts';

describe('a posted form', () => {
  it('keeps what was typed, in any script', () => {
    const form = readForm(Buffer.from('name=Am%C3%ADna+K.&to=1&to=2&why=%D8%B3%D9%84%D8%A7%D9%85'));
    expect(form.get('name')).toBe('Amína K.');
    expect(form.getAll('to')).toEqual(['1', '2']);
    expect(form.get('why')).toBe('سلام');
  });

  it.each(['name=%FF%FE', 'name=%C3', '%E2%28%A1=x'])('refuses bytes that are no UTF-8: %s', (body) => {
    expect(() => readForm(Buffer.from(body))).toThrow(NoForm);
  });

  it('refuses raw bytes that are no UTF-8', () => {
    expect(() => readForm(Buffer.from([0x6e, 0x3d, 0xff]))).toThrow(NoForm);
  });

  it('takes NUL out', () => {
    expect(readForm(Buffer.from('name=A%00min%00a')).get('name')).toBe('Amina');
  });

  it('refuses a flood of fields', () => {
    expect(() => readForm(Buffer.from('a=1&'.repeat(1_000)))).toThrow(NoForm);
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
