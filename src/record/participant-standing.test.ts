import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { langs } from '../locales/langs.ts';
import { words } from '../locales/words.ts';
import { laterCleared, participantOn, personWord } from './participant-standing.ts';
import type { World } from './record.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

function standing(of: string, person: string, on: string) {
  const participant = world.docket.participants.find((one) => one.case.slug === of && one.person.slug === person);
  if (!participant) throw new Error(`${person} is not in ${of}`);
  const found = participantOn(participant, on);
  return { found, word: found && personWord(found), cleared: laterCleared(participant, on, '2026-11-24') };
}

describe('a person in a case', () => {
  it('is nobody before a warrant or summons is public', () => {
    expect(standing('sneidel', 'sneidel', '2024-01-01').found).toBeUndefined();
    expect(standing('sneidel', 'sneidel', '2025-08-08').found).toMatchObject({ proceedings: 'before-appearance' });
  });

  it('may be held by a state while the warrant is not executed', () => {
    expect(standing('njeem', 'njeem', '2026-01-01').found).toMatchObject({
      proceedings: 'before-appearance',
      liberty: 'held-by-state',
      instruments: [{ kind: 'warrant', state: 'not-executed' }],
    });
  });

  it('has charges confirmed in absence without having appeared', () => {
    expect(standing('kony', 'kony', '2026-01-01')).toMatchObject({
      found: { proceedings: 'confirmed-in-absence' },
      word: 'suspect',
    });
  });

  it('goes from suspect to convicted to acquitted, each on its day', () => {
    const bemba = (on: string) => standing('bemba', 'bemba', on);
    expect(bemba('2009-01-01').word).toBe('suspect');
    expect(bemba('2012-01-01')).toMatchObject({
      word: 'accused',
      found: { proceedings: 'on-trial', liberty: 'in-custody' },
    });
    expect(bemba('2016-11-30')).toMatchObject({ word: 'convicted', found: { finality: 'open' }, cleared: 'acquitted' });
    expect(bemba('2019-01-01')).toMatchObject({
      word: 'acquitted',
      found: { finality: 'reversed' },
      cleared: undefined,
    });
  });

  it('is told as cleared on a past day when the case ended without a conviction', () => {
    expect(standing('ruto-sang', 'ruto', '2014-01-01')).toMatchObject({ word: 'accused', cleared: 'discharged' });
  });

  it('has served a sentence, with reparations ordered apart from it', () => {
    expect(standing('lubanga', 'lubanga', '2021-01-01').found).toMatchObject({
      liberty: 'served',
      finality: 'final',
      reparations: 'ordered',
    });
  });

  it('came on a summons, and is still looked for on a later warrant', () => {
    const { found } = standing('banda', 'banda', '2026-01-01');
    expect(found?.instruments.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'summons executed',
      'warrant not-executed',
    ]);
  });
});

describe('words', () => {
  it.each(langs)('for people who are not convicted never say guilty in %s', (lang) => {
    const { t } = words(lang);
    const guilty = {
      en: /guilt|convict|criminal/i,
      fr: /coupable|condamn|criminel/i,
      es: /culpable|conden|criminal/i,
      ar: /مدان|مُدان|مجرم|إدانة/,
    }[lang];
    const innocent = [
      'before-appearance',
      'before-confirmation',
      'confirmed',
      'confirmed-in-absence',
      'on-trial',
      'deliberation',
      'acquitted',
      'acquitted-on-appeal',
      'not-confirmed',
      'withdrawn',
      'inadmissible',
      'stayed',
      'terminated',
      'ended-by-death',
      'dead-not-ended',
    ] as const;
    for (const stage of innocent) expect(t(`record.proceedings.${stage}`)).not.toMatch(guilty);
    for (const word of ['suspect', 'accused', 'acquitted', 'ended'] as const)
      expect(t(`record.person.${word}`)).not.toMatch(guilty);
  });
});
