import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../test/support/world.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { plusDays } from '../text/partial-day.ts';
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

const became = (found: ReturnType<typeof standing>['found']) =>
  found?.instruments.map(({ kind, state, since }) => `${kind} ${state} ${since}`);

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

  it('came on a summons, and is still looked for on a later warrant, which took its place', () => {
    const { found } = standing('banda', 'banda', '2026-01-01');
    expect(became(found)).toEqual(['summons executed 2010-06-17', 'warrant not-executed null']);
    expect(found?.liberty).toBe('not-arrested');
    expect(standing('banda', 'banda', '2014-01-01').found?.liberty).toBe('free-on-summons');
  });

  it('is told of each warrant what became of it, and when', () => {
    expect(became(standing('bemba', 'bemba', '2010-01-01').found)).toEqual([
      'warrant withdrawn 2008-06-10',
      'warrant executed 2008-07-03',
    ]);
    expect(became(standing('kony', 'odhiambo', '2026-01-01').found)).toEqual(['warrant lapsed 2015-09-10']);
    expect(became(standing('gaddafi', 'al-senussi', '2026-01-01').found)).toEqual(['warrant lapsed 2013-10-11']);
  });

  it.each([
    ['ruto-sang', 'ruto'],
    ['ruto-sang', 'sang'],
    ['ruto-sang', 'kosgey'],
    ['kenyatta', 'kenyatta'],
    ['kenyatta', 'muthaura'],
    ['kenyatta', 'ali'],
    ['abu-garda', 'abu-garda'],
    ['gbagbo-ble-goude', 'gbagbo-laurent'],
  ])('whose case is over is bound by nothing in it any more: %s, %s', (of, person) => {
    expect(standing(of, person, '2026-01-01').found?.liberty).toBe('case-over');
  });

  it('stays bound while an acquittal can still be appealed', () => {
    expect(standing('gbagbo-ble-goude', 'gbagbo-laurent', '2020-01-01').found?.liberty).toBe('released');
  });

  it.each([
    ['bemba', 'bemba', '2016-11-30', 'open'],
    ['yekatom-ngaissona', 'yekatom', '2026-06-24', 'open'],
    ['yekatom-ngaissona', 'ngaissona', '2025-08-01', 'open'],
    ['yekatom-ngaissona', 'ngaissona', '2026-06-24', 'appealed'],
    ['abd-al-rahman', 'abd-al-rahman', '2026-01-01', 'open'],
    ['abd-al-rahman', 'abd-al-rahman', '2026-06-24', 'appealed'],
  ])('serves no sentence before it is final: %s, %s on %s', (of, person, on, finality) => {
    expect(standing(of, person, on).found).toMatchObject({ liberty: 'detained-pending-appeal', finality });
  });

  it('serves a sentence once it is final', () => {
    expect(standing('ntaganda', 'ntaganda', '2021-03-29').found?.liberty).toBe('detained-pending-appeal');
    expect(standing('ntaganda', 'ntaganda', '2021-03-30').found?.liberty).toBe('serving');
  });

  it.each([
    ['katanga', 'katanga', '2014-06-25'],
    ['al-hassan', 'al-hassan', '2024-12-17'],
  ])('has a final judgment from the day on which the appeals were withdrawn: %s, %s', (of, person, on) => {
    expect(standing(of, person, plusDays(on, -1)).found).toMatchObject({ finality: 'open' });
    expect(standing(of, person, on).found).toMatchObject({ finality: 'final', liberty: 'serving' });
  });

  it('has no final judgment by a term that detention had covered before', () => {
    const arido = (on: string) => standing('bemba-et-al', 'arido', on).found;
    expect(arido('2017-03-22')).toMatchObject({ liberty: 'served', finality: 'open' });
    expect(arido('2018-03-08')).toMatchObject({ liberty: 'served', finality: 'final' });
  });

  it('stands apart where the only warrant was withdrawn', () => {
    expect(standing('simone-gbagbo', 'gbagbo-simone', '2021-08-01')).toMatchObject({
      found: { proceedings: 'warrant-withdrawn', finality: 'none' },
      word: 'unsought',
    });
    expect(standing('simone-gbagbo', 'gbagbo-simone', '2020-01-01').cleared).toBe('unsought');
    expect(standing('bemba', 'bemba', '2008-06-10').found?.proceedings).toBe('before-appearance');
  });

  it.each([
    ['gaddafi', 'gaddafi-saif', 'none'],
    ['mudacumura', 'mudacumura', 'none'],
    ['gaddafi', 'gaddafi-muammar', 'ended'],
  ])('has a case that ended only where an end is on record: %s, %s', (of, person, finality) => {
    expect(standing(of, person, '2026-06-24').found?.finality).toBe(finality);
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
      'warrant-withdrawn',
      'stayed',
      'terminated',
      'ended-by-death',
      'dead-not-ended',
    ] as const;
    for (const stage of innocent) expect(t(`record.proceedings.${stage}`)).not.toMatch(guilty);
    for (const liberty of ['case-over', 'released', 'in-custody', 'not-arrested'] as const)
      expect(t(`record.liberty.${liberty}`)).not.toMatch(guilty);
    for (const word of ['suspect', 'accused'] as const) expect(t(`record.person.${word}`)).not.toMatch(guilty);
  });
});
