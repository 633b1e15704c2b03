import { beforeAll, describe, expect, it } from 'vitest';
import { startingWorld } from '../../../test/support/world.ts';
import { type Lang, langs } from '../../config/langs.ts';
import { catalogue } from '../../locales/catalogues.ts';
import type { World } from '../../record/record.ts';
import { rooms } from '../../rooms.ts';
import { valueOn } from '../figures.ts';
import { checkClaims } from './check-claims.ts';
import { findClaims } from './find-claims.ts';
import { languageOf } from './language-of.ts';
import { numberWords } from './number-words.ts';

let world: World;
beforeAll(async () => {
  world = await startingWorld();
});

const found = (lang: Lang, text: string) =>
  findClaims(text, lang).map(({ value, bound, figures }) => [bound, value, figures[0]]);

const claims: readonly (readonly [Lang, string, string, number, string])[] = [
  ['en', 'two convictions', 'exactly', 2, 'convictions-core-standing'],
  ['en', 'The Court has entered **twenty-one** convictions.', 'exactly', 21, 'convictions-core-standing'],
  ['en', '124 States Parties', 'exactly', 124, 'states-parties'],
  ['en', 'one hundred and twenty-four States Parties', 'exactly', 124, 'states-parties'],
  ['en', 'more than 120 ratifications', 'more-than', 120, 'deposits'],
  ['en', '33 public arrest warrants', 'exactly', 33, 'warrants-persons'],
  ['en', 'nine summonses to appear', 'exactly', 9, 'summonses'],
  ['en', 'four trials under way', 'exactly', 4, 'trials-to-verdict'],
  ['en', 'at least ten active investigations', 'at-least', 10, 'situations-under-investigation'],
  ['en', 'eight preliminary examinations', 'exactly', 8, 'examinations-open'],
  ['en', 'There were no acquittals.', 'exactly', 0, 'acquittals-all'],
  ['en', '124 countries have ratified the Rome Statute.', 'exactly', 124, 'deposits'],
  ['en', '32 suspects remain at large', 'exactly', 32, 'warrants-not-executed'],
  ['en', '29 signatories', 'exactly', 29, 'signatories-not-party'],
  ['en', '6 withdrawals pending', 'exactly', 6, 'withdrawals-pending'],
  ['en', '76 parties to the APIC', 'exactly', 76, 'apic-parties'],
  ['en', '125 member states', 'exactly', 125, 'states-parties'],
  ['en', 'The ICC has issued two arrest warrants in the Situation in Ukraine.', 'exactly', 2, 'warrants-persons'],
  ['fr', '124 pays ont ratifié le Statut de Rome.', 'exactly', 124, 'deposits'],
  ['fr', 'neuf citations délivrées', 'exactly', 9, 'summonses'],
  ['fr', '32 suspects sont toujours en fuite', 'exactly', 32, 'warrants-not-executed'],
  ['fr', '6 retraits en cours', 'exactly', 6, 'withdrawals-pending'],
  ['es', '124 países han ratificado el Estatuto de Roma.', 'exactly', 124, 'deposits'],
  ['es', '32 prófugos', 'exactly', 32, 'warrants-not-executed'],
  ['es', '76 partes en el APIC', 'exactly', 76, 'apic-parties'],
  ['ar', '124 دولة صدقت على نظام روما', 'exactly', 124, 'deposits'],
  ['fr', '« neuf citations à comparaître »', 'exactly', 9, 'summonses'],
  ['fr', 'plus de 120 ratifications', 'more-than', 120, 'deposits'],
  ['fr', 'cent vingt-quatre États Parties', 'exactly', 124, 'states-parties'],
  ['fr', 'soixante et onze mandats d’arrêt', 'exactly', 71, 'warrants-persons'],
  ['fr', 'quatre-vingt-dix-neuf mandats d’arrêt', 'exactly', 99, 'warrants-persons'],
  ['fr', 'septante-deux mandats d’arrêt', 'exactly', 72, 'warrants-persons'],
  ['fr', 'un seul acquittement', 'exactly', 1, 'acquittals-all'],
  ['fr', 'aucune condamnation', 'exactly', 0, 'convictions-core-standing'],
  ['fr', 'quatre procès en cours', 'exactly', 4, 'trials-to-verdict'],
  ['es', 'dos condenas', 'exactly', 2, 'convictions-core-standing'],
  ['es', 'ciento veinticuatro Estados Partes', 'exactly', 124, 'states-parties'],
  ['es', 'treinta y tres órdenes de detención', 'exactly', 33, 'warrants-persons'],
  ['es', 'al menos nueve órdenes de comparecencia', 'at-least', 9, 'summonses'],
  ['es', 'ocho exámenes preliminares', 'exactly', 8, 'examinations-open'],
  ['es', 'más de 120 ratificaciones', 'more-than', 120, 'deposits'],
  ['es', 'ninguna condena', 'exactly', 0, 'convictions-core-standing'],
  ['ar', 'إدانتان', 'exactly', 2, 'convictions-core-standing'],
  ['ar', 'صدرت إدانتين', 'exactly', 2, 'convictions-core-standing'],
  ['ar', 'وتبرئة واحدة', 'exactly', 1, 'acquittals-all'],
  ['ar', 'مائة وأربع وعشرون دولة طرفا', 'exactly', 124, 'states-parties'],
  ['ar', '١٢٤ دولة طرفا', 'exactly', 124, 'states-parties'],
  ['ar', 'دولتان طرفان', 'exactly', 2, 'states-parties'],
  ['ar', 'وتسعة أوامر حضور', 'exactly', 9, 'summonses'],
  ['ar', 'أكثر من 120 تصديقا', 'more-than', 120, 'deposits'],
  ['ar', 'أربع محاكمات جارية', 'exactly', 4, 'trials-to-verdict'],
  ['ar', 'لا إدانات', 'exactly', 0, 'convictions-core-standing'],
  ['ar', 'مذكرتي توقيف', 'exactly', 2, 'warrants-persons'],
  ['ar', 'حكمان بالإدانة', 'exactly', 2, 'convictions-core-standing'],
  ['ar', 'حكم واحد بالبراءة', 'exactly', 1, 'acquittals-all'],
  ['en', '12 warrants are outstanding', 'exactly', 12, 'warrants-not-executed'],
  ['en', 'ratified by more than one hundred and twenty states', 'more-than', 120, 'deposits'],
  ['en', '45 states have ratified the amendments on aggression.', 'exactly', 45, 'amendment-aggression-2010-parties'],
  [
    'fr',
    'Les amendements de Kampala ont été ratifiés par 45 États.',
    'exactly',
    45,
    'amendment-aggression-2010-parties',
  ],
  ['es', '45 Estados son partes en las enmiendas de Kampala.', 'exactly', 45, 'amendment-aggression-2010-parties'],
  ['ar', 'صدقت 45 دولة على تعديلات كمبالا.', 'exactly', 45, 'amendment-aggression-2010-parties'],
  ['en', '14 arrest warrants that nobody has yet executed', 'exactly', 14, 'warrants-not-executed'],
  ['fr', 'Treize situations font l’objet d’une enquête.', 'exactly', 13, 'situations-under-investigation'],
  ['en', 'Four trials are being held in The Hague.', 'exactly', 4, 'trials-to-verdict'],
  ['en', 'Three states told the United Nations that they leave the Court.', 'exactly', 3, 'withdrawals-pending'],
  ['en', '125 is the number of States Parties.', 'exactly', 125, 'states-parties'],
];

const harmless: readonly (readonly [Lang, string])[] = [
  ['en', 'The amendments were ratified by 45 States Parties.'],
  ['en', 'Four warrants were issued by the Paris court.'],
  ['en', 'In Kampala, nine men were acquitted.'],
  ['en', 'Two suspects were acquitted in the Ruto case; five people were convicted of contempt.'],
  ['fr', 'Il fait l’objet d’une enquête et d’un mandat d’arrêt.'],
  ['ar', 'أصدرت محكمة في باريس مذكرتي توقيف.'],
  ['en', 'In two years the Court will move.'],
  ['en', 'A conviction came late; the second trial was shorter.'],
  ['en', '2,500 organisations in 150 countries; 1,124 convictions by national courts.'],
  ['en', 'Article 5 lists four crimes. See page 12, on 13 March.'],
  ['en', 'The conviction of two men and three women.'],
  ['en', '33 % of trials, 3.5 convictions a year on average.'],
  ['en', 'ten arrest warrants of the national police'],
  ['en', '124 members of parliament; 9 states; 10 situations of conflict.'],
  ['en', 'Germany handed down two convictions.'],
  ['en', '12 convictions in the Yugoslav tribunal'],
  ['en', 'German courts entered three convictions and one acquittal.'],
  ['en', 'Two convictions in Texas followed.'],
  ['en', 'The ICC convicts; Kenya entered two convictions.'],
  ['en', 'Kenyan prosecutors obtained two convictions.'],
  ['en', 'The EU and its 27 member states; 193 member states of the United Nations.'],
  ['en', '139 signatories; 191 parties to the Protocol.'],
  ['fr', 'Trois condamnations à mort au Texas'],
  ['fr', 'L’Allemagne a prononcé deux condamnations.'],
  ['fr', 'Neuf citations de ce livre.'],
  ['fr', 'Le tribunal a prononcé douze condamnations.'],
  ['es', 'Tres condenas a muerte en Texas.'],
  ['es', 'Alemania dictó dos condenas.'],
  ['es', 'Doce condenas en el Tribunal Internacional para la ex-Yugoslavia.'],
  ['ar', 'أصدرت ألمانيا ثلاث إدانات.'],
  ['ar', 'أصدرت محكمة رواندا عشر إدانات.'],
  ['fr', 'Dans deux ans, un mandat d’arrêt pourra être délivré.'],
  ['fr', 'Une condamnation est possible. Les deux procès suivants aussi.'],
  ['fr', '150 pays, 2 500 organisations, article 12, 17 juillet.'],
  ['fr', 'dix mandats d’arrêt de la police nationale'],
  ['fr', 'la condamnation de deux hommes'],
  ['es', 'En dos años se dictará una orden de detención.'],
  ['es', 'Una condena no basta. El segundo juicio en curso.'],
  ['es', '150 países, 2500 organizaciones, artículo 12, el 17 de julio.'],
  ['es', 'la condena de dos hombres'],
  ['ar', 'بعد سنتين صدر أمر قبض.'],
  ['ar', 'إدانة رجلين وثلاث نساء.'],
  ['ar', '150 بلدا و2500 منظمة والمادة 12 و17 تموز.'],
  ['ar', 'عشرة أوامر قبض للشرطة الوطنية'],
];

describe('a claim is found', () => {
  it.each(claims)('in %s: %s', (lang, text, bound, value, figure) => {
    expect(found(lang, text)).toEqual([[bound, value, figure]]);
  });

  it('where it stands in the text, marks and soft hyphens or not', () => {
    const text = 'Today: **nine** sum\u00admonses.';
    const [claim] = findClaims(text, 'en');
    expect(text.slice(claim?.start, claim?.end)).toBe('nine** sum\u00admonses');
  });

  it('with “one” in French and Spanish, where the sentence counts something else as well', () => {
    expect(found('fr', 'deux condamnations et un acquittement')).toHaveLength(2);
    expect(found('es', 'dos condenas y una absolución')).toHaveLength(2);
  });
});

describe('no claim is found', () => {
  it.each(harmless)('in %s: %s', (lang, text) => {
    expect(findClaims(text, lang)).toEqual([]);
  });
});

describe('number words', () => {
  it.each(langs)('say every number from 0 to 199 in %s', (lang) => {
    expect(new Set(numberWords(lang).values()).size).toBe(200);
  });

  it('are those that people write', () => {
    const say = (lang: Lang, words: string) => numberWords(lang).get(words);
    expect([say('en', 'ninety nine'), say('en', 'a hundred and one')]).toEqual([99, 101]);
    expect([say('fr', 'soixante dix sept'), say('fr', 'quatre vingt onze'), say('fr', 'vingt et une')]).toEqual([
      77, 91, 21,
    ]);
    expect([say('es', 'veintidós'), say('es', 'ciento cuarenta y uno')]).toEqual([22, 141]);
    expect([say('ar', 'خمسة وسبعون'), say('ar', 'مئة واثنين وثلاثين')]).toEqual([75, 132]);
  });
});

/** The figures of the campaign's announcement, in its own order. */
const announcement =
  'The Court has 10 situations under investigation; 33 public arrest warrants and 9 summonses; 4 ' +
  'trials under way; 2 convictions and 1 acquittal; 8 preliminary examinations open.';

describe('the announcement of 2016, checked for its own day', () => {
  it('is told what agrees, what only by another rule, and what had gone stale since when', () => {
    const findings = checkClaims(world, announcement, 'en', '2016-11-30').map(({ finding }) => finding);
    expect(findings).toMatchObject([
      { kind: 'agrees', figure: 'situations-under-investigation' },
      { kind: 'agrees-by-rule', figures: ['public-warrants-not-first-summoned', 'people-and-added-charges'], now: 31 },
      { kind: 'agrees', figure: 'summonses' },
      { kind: 'last-true', figure: 'trials-to-verdict', on: '2016-09-26', now: 2 },
      { kind: 'last-true', on: '2016-03-20', now: 4, changedOn: '2016-03-21', began: [{ key: 'bemba/bemba' }] },
      { kind: 'agrees', figure: 'acquittals-all' },
      { kind: 'last-true', figure: 'examinations-open', now: 10 },
    ]);
  });

  it('says never of what never was', () => {
    expect(checkClaims(world, '150 States Parties', 'en', '2016-11-30')[0]?.finding).toMatchObject({
      kind: 'never-true',
      now: 124,
    });
  });
});

describe('an answer', () => {
  it('says of the figure that it names what that figure is', () => {
    const [checked] = checkClaims(world, 'Eleven convictions.', 'en', '2026-06-24');
    const { finding } = checked ?? {};
    expect(finding).toMatchObject({ kind: 'last-true' });
    if (finding?.kind === 'last-true') expect(finding.now).toBe(valueOn(world, finding.figure, '2026-06-24'));
  });

  it.each([
    ['en', 'In 2014, 122 States Parties met.'],
    ['fr', 'En 2014, 122 États Parties se sont réunis.'],
    ['es', 'En 2014 se reunieron 122 Estados Partes.'],
    ['ar', 'في عام 2014 اجتمعت 122 دولة طرفا.'],
  ] as const)('in %s is of the year that the sentence names: %s', (lang, text) => {
    expect(checkClaims(world, text, lang, '2026-06-24')).toMatchObject([
      { on: '2014-12-31', finding: { kind: 'agrees', figure: 'states-parties' } },
    ]);
    expect(checkClaims(world, text.replace('2014', '2017'), lang, '2026-06-24')[0]?.finding.kind).toBe('last-true');
  });
});

describe('a day in a sentence', () => {
  it.each<[Lang, string]>([
    ['en', 'On 31 July 2012, 121 states had ratified the Rome Statute.'],
    ['en', 'On July 31, 2012, there were 121 States Parties.'],
    ['en', 'By July 2012, 121 states had ratified the Rome Statute.'],
    ['fr', 'Le 31 juillet 2012, 121 États avaient ratifié le Statut de Rome.'],
    ['fr', 'En juillet 2012, on comptait 121 États parties.'],
    ['es', 'El 31 de julio de 2012, 121 Estados habían ratificado el Estatuto de Roma.'],
    ['ar', 'في 31 يوليو 2012 كان عدد الدول الأطراف 121 دولة.'],
    ['ar', 'في ٣١ تموز/يوليو ٢٠١٢ كان عدد الدول الأطراف 121 دولة.'],
  ])('in %s is that of its claim: %s', (lang, text) => {
    const [found] = checkClaims(world, text, lang, '2026-06-24');
    expect([found?.on.slice(0, 7), found?.finding.kind]).toEqual(['2012-07', expect.stringMatching(/^agrees/)]);
  });
});

describe('a year in a sentence', () => {
  const yearIn = (lang: Lang, text: string) => findClaims(text, lang)[0]?.when;

  it('is the claim’s where the sentence begins with it or the claim is followed by it', () => {
    expect(yearIn('en', 'There were 122 States Parties in 2014.')).toBe('2014');
    expect(yearIn('fr', 'La Cour comptait 122 États Parties en 2014.')).toBe('2014');
    expect(yearIn('es', 'Había 122 Estados Partes en 2014.')).toBe('2014');
  });

  it('is another’s elsewhere', () => {
    expect(yearIn('en', 'Founded in 1998, the Court has 125 States Parties.')).toBeUndefined();
    expect(yearIn('en', 'In 1998 it was a dream; today there are 125 States Parties.')).toBeUndefined();
  });
});

describe('the words of this product', () => {
  const speaking = rooms.filter(({ speaks }) => speaks).map(({ name }) => name);

  it.each(langs)('hold no typed claim in %s', (lang) => {
    const typed = [...catalogue(speaking, lang)].filter(([, words]) => findClaims(words, lang).length > 0);
    expect(typed).toEqual([]);
  });
});

describe('a language', () => {
  it('is told by its commonest words', () => {
    expect(
      ['The Court of the states', 'La Cour et les États', 'La Corte y los Estados', 'المحكمة والدول'].map(languageOf),
    ).toEqual(langs);
  });

  it('is each sentence’s own in a text of several', () => {
    const sentences = [
      '125 countries are members of the ICC.',
      '124 pays sont membres de la CPI.',
      '123 países son miembros de la CPI.',
      'تضم المحكمة الجنائية الدولية 122 دولة عضوا.',
    ];
    const everyWay = [
      sentences.join('\n\n'),
      sentences.join('\r\n'),
      sentences.join(' '),
      `\ufeff<p>${sentences.join('</p><p>')}</p>`,
    ];
    for (const text of [...everyWay, ...everyWay.map((one) => one.normalize('NFD'))]) {
      const checked = checkClaims(world, text, undefined, '2026-01-01');
      expect(checked.map(({ claim }) => claim.value)).toEqual([125, 124, 123, 122]);
    }
  });
});
