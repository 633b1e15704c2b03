import { describe, expect, it } from 'vitest';
import { langs } from '../config/langs.ts';
import { bodyOf, shownTitle, titleOf } from './naming.ts';

const holds = (role: string | null, body: string | null = null, state = 'KEN') => ({ office: null, role, body, state });

describe('a title', () => {
  it.each([
    ['Mayor', 'fr', 'maire'],
    ['Alcaldesa', 'en', 'Mayor'],
    ['Cabinet Secretary', 'es', 'titular de un ministerio'],
    ['Maire', 'ar', 'رئاسة البلدية'],
  ] as const)('%s is translated into %s', (role, lang, title) => {
    expect([titleOf(lang, holds(role)), shownTitle(lang, holds(role))]).toEqual([title, title]);
  });

  it('that is not known stands only where the language is one of its state', () => {
    const chief = holds('Chief Whip');
    expect(langs.map((lang) => shownTitle(lang, chief))).toEqual(['Chief Whip', undefined, undefined, undefined]);
    expect(langs.map((lang) => titleOf(lang, chief))).toEqual([undefined, undefined, undefined, undefined]);
    expect(shownTitle('ar', holds('Chief Whip', null, 'EGY'))).toBeUndefined();
    expect(shownTitle('ar', holds('رئيس الكتلة', null, 'EGY'))).toBe('رئيس الكتلة');
  });

  it('that no source names is that of the body', () => {
    expect(titleOf('en', holds(null, 'City Council'))).toBe('Councillor');
    expect(titleOf('en', holds(null, 'Sénat'))).toBe('Senator');
    expect(titleOf('en', holds(null, 'Assembly of the People'))).toBe('Member of Parliament');
  });
});

describe('a body', () => {
  it('that many states have is translated; another keeps its name', () => {
    expect(bodyOf('es', { body: 'Council' })).toBe('Consejo');
    expect(bodyOf('fr', { body: 'house of representatives' })).toBe('Chambre des représentants');
    expect(bodyOf('es', { body: 'Bunge la Taifa' })).toBe('Bunge la Taifa');
    expect(bodyOf('fr', { body: 'مجلس تجريبي' })).toBe('Assemblée d’exemple');
  });
});
