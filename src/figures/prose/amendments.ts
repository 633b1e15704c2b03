import type { Lang } from '../../config/langs.ts';
import type { FigureId } from '../figures.ts';
import type { Ways } from './ways.ts';

type Names = Readonly<Record<Lang, string>>;

/** What is not the Statute itself and has parties of its own, as texts name it, by the figure that counts them. */
export const amendments = {
  'apic-parties': {
    en: '(?:apic|agreement on (?:the )?privileges and immunities)',
    fr: '(?:apic|accord sur les privilèges et (?:les )?immunités)',
    es: '(?:apic|acuerdo sobre (?:los )?privilegios e inmunidades)',
    ar: 'اتفاق(?:ية)? (?:ال)?امتيازات (?:المحكمة )?و(?:ال)?حصانات(?:ها)?',
  },
  'amendment-aggression-2010-parties': {
    en: '(?:(?:kampala )?amendments? on (?:the crime of )?aggression|(?:crime of )?aggression amendments?|kampala amendments?)',
    fr:
      '(?:amendements? (?:de kampala )?(?:sur|relatifs? à|relatifs? au|concernant) (?:le ' +
      ")?(?:crime d'agression|l'agression)|amendements? de kampala)",
    es: '(?:enmiendas? (?:de kampala )?(?:sobre|relativas? al?|del?) (?:el |la )?(?:crimen de )?agresión|enmiendas? de kampala)',
    ar: '(?:(?:ال)?تعديل(?:ات)? (?:بشان |جريمة )*العدوان|التعديل(?:ات)? (?:المتعلقة?|الخاصة?) ب(?:جريمة )?العدوان|تعديلات كمبالا)',
  },
  'amendment-article-8-2010-parties': {
    en: '(?:(?:2010 )?(?:kampala )?amendments? (?:to|of|on) article 8(?! bis)(?: of the (?:rome )?statute)?|article 8 amendments?)',
    fr: "amendements? (?:de 2010 )?(?:de kampala )?(?:à|de|sur|relatifs? à) l'article 8(?! bis)",
    es: 'enmiendas? (?:de 2010 )?(?:de kampala )?(?:al|del|sobre el|relativas? al) artículo 8(?! bis)',
    ar: '(?:ال)?تعديل(?:ات)? (?:المتعلقة? ب|على |بشان )?(?:ال)?ماد(?:ة) 8(?! مكرر)',
  },
  'amendment-article-124-2015-parties': {
    en: '(?:amendments? (?:to|of|on|deleting|removing) article 124|article 124 amendments?|deletion of article 124)',
    fr: "(?:amendements? (?:à|de|sur|relatifs? à|supprimant) l'article 124|suppression de l'article 124)",
    es: '(?:enmiendas? (?:al|del|sobre el|relativas? al) artículo 124|supresión del artículo 124)',
    ar: '(?:(?:ال)?تعديل(?:ات)? (?:المتعلقة? ب|على |بشان )?(?:ال)?مادة 124|حذف المادة 124|الغاء المادة 124)',
  },
  'amendment-biological-weapons-2017-parties': {
    en: '(?:amendments? on (?:microbial|biological)[^.;:,\\d]{0,40}weapons|(?:microbial|biological) weapons amendments?)',
    fr: 'amendements? (?:sur|relatifs? aux|concernant) (?:les )?armes (?:biologiques|microbiennes)',
    es: 'enmiendas? (?:sobre|relativas? a) (?:las )?armas (?:biológicas|microbianas)',
    ar: '(?:ال)?تعديل(?:ات)? (?:المتعلقة? ب|بشان |الخاصة? ب)?(?:ال)?اسلحة (?:ال)?(?:بيولوجية|جرثومية|ميكروبية)',
  },
  'amendment-non-detectable-fragments-2017-parties': {
    en: '(?:amendments? on (?:weapons[^.;:,\\d]{0,20} )?non detectable fragments|non detectable fragments amendments?)',
    fr: 'amendements? (?:sur|relatifs? aux|concernant) (?:les )?éclats non (?:localisables|détectables)',
    es: 'enmiendas? (?:sobre|relativas? a) (?:los )?fragmentos no (?:localizables|detectables)',
    ar: '(?:ال)?تعديل(?:ات)? (?:المتعلقة? ب|بشان |الخاصة? ب)?(?:ال)?شظايا',
  },
  'amendment-blinding-lasers-2017-parties': {
    en: '(?:amendments? on blinding laser(?:s| weapons)|blinding laser(?:s| weapons)? amendments?)',
    fr: 'amendements? (?:sur|relatifs? aux|concernant) (?:les )?(?:armes à )?lasers? aveuglantes?',
    es: 'enmiendas? (?:sobre|relativas? a) (?:las )?(?:armas )?láser(?:es)? cegador(?:as|es)',
    ar: '(?:ال)?تعديل(?:ات)? (?:المتعلقة? ب|بشان |الخاصة? ب)?(?:ال)?(?:اسلحة )?(?:ال)?ليزر(?:ية)?',
  },
  'amendment-starvation-2019-parties': {
    en: '(?:amendments? on starvation|starvation amendments?)',
    fr: "amendements? (?:sur|relatifs? à|concernant) (?:la famine|l'affamement)",
    es: 'enmiendas? (?:sobre|relativas? a) (?:el hambre|la inanición|la hambruna|hacer padecer hambre)',
    ar: '(?:تعديل (?:بشان )?(?:ال)?تجويع|التعديل المتعلق بالتجويع|التعديل الخاص بالتجويع)',
  },
} as const satisfies Partial<Record<FigureId, Names>>;

type Listed = keyof typeof amendments;

/** Ways to say how many states have joined what has a name, in each language. */
const joining: Readonly<Record<Lang, (name: string) => readonly string[]>> = {
  en: (name) => [
    `# {states} (?:have |had )?{still}(?:joined|ratified|accepted|acceded to) the ${name}`,
    `# {states} {are} {still}(?:bound by|part(?:y|ies) to) the ${name}`,
    `${name} (?:of the court )?(?:has|have|had|counts?|counted) {still}# (?:states? )?(?:part(?:y|ies)|ratifications|members)`,
    `${name} (?:of the court )?{are} {still}(?:ratified|accepted|joined) by # {states}`,
    `# (?:states? )?(?:parties|party|ratifications?) (?:to|of) the ${name}`,
  ],
  fr: (name) => [
    `# {states} (?:ont |avaient )?{still}(?:ratifié|accepté|rejoint|adhéré à) (?:les |l'|à l')?${name}`,
    `# {states} {are} {still}(?:liés par|parties? (?:à|aux)) (?:les |l')?${name}`,
    `(?:l'|les? )?${name} (?:de la cour )?(?:compte|comptait|comptent|a|ont|avait) {still}# (?:états )?(?:parties|ratifications)`,
    `(?:l'|les? )?${name} (?:de la cour )?{are} {still}(?:ratifiés?|acceptés?) par # {states}`,
    `# (?:états )?(?:parties|ratifications?) (?:à|aux|de|des) (?:les |l')?${name}`,
  ],
  es: (name) => [
    '# {states} (?:han |habían )?{still}(?:ratificado|ratificaron|aceptado|aceptaron|' +
      `se han adherido a|se adhirieron a) (?:las? |el |al )?${name}`,
    `# {states} {are} {still}(?:vinculados por|partes? (?:en|de)) (?:las? |el |l )?${name}`,
    `${name} (?:de la corte )?(?:tiene|tienen|tenía|cuenta con|cuentan con) {still}# (?:estados )?(?:partes|ratificaciones)`,
    `${name} (?:de la corte )?{are} {still}(?:ratificad[oa]s?|aceptad[oa]s?) por # {states}`,
    `# (?:estados )?(?:partes|ratificaciones) (?:en|del?) (?:las? |el )?${name}`,
  ],
  ar: (name) => [
    `(?:صدقت|صادقت|صدق|صادق|انضمت|قبلت) # {states} (?:على |الى )?${name}`,
    `# {states} (?:قد )?(?:صدقت|صادقت|انضمت|اطراف|طرفا|طرف) (?:على|الى|في) ${name}`,
    `(?:صدقت|صادقت) على ${name} # {states}`,
  ],
};

/** Every way to say how many have joined each of some lists. */
export function listWays(lists: Readonly<Record<Listed, Names>>): Ways {
  return Object.fromEntries(
    Object.entries(lists).map(([id, names]) => [
      id,
      {
        en: joining.en(names.en),
        fr: joining.fr(names.fr),
        es: joining.es(names.es),
        ar: joining.ar(names.ar),
      },
    ]),
  );
}
