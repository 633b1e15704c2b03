import type { Words } from './frame-words.ts';

/** What is counted. */
export const counted = {
  states: {
    en: 'states? parties|member states|member countries|states|countries|nations|governments|members|parties',
    fr: 'états parties|états membres|pays membres|états|pays|nations|gouvernements|membres|parties',
    es: 'estados partes?|estados miembros|países miembros|estados|países|naciones|gobiernos|miembros|partes',
    ar: 'دولة|دول|بلدا|بلدان|بلد|حكومات|حكومة|عضوا|اعضاء|طرفا',
  },
  people: {
    en: 'people|persons|individuals|suspects|defendants|accused(?: persons)?|men|fugitives|leaders|commanders|indictees|those',
    fr: 'personnes|suspects|accusés|individus|hommes|fugitifs|dirigeants|prévenus|inculpés',
    es: 'personas|sospechosos|acusados|individuos|hombres|prófugos|fugitivos|dirigentes|imputados',
    ar:
      'شخصا|شخص|اشخاص|المشتبه (?:بهم|فيهم)|المطلوبين|فردا|افراد|متهمين|متهما|متهم|مشتبها? (?:فيهم|فيه|بهم|به)|هاربا|' +
      'هاربين|فارا|فارين|مطلوبا|مطلوبين|رجلا|رجال',
  },
  warrants: {
    en: 'arrest warrants?|warrants? of arrest|warrants?',
    fr: "mandats? d'arrêt|mandats?",
    es: '(?:órdenes|orden) de (?:detención|arresto|captura)|órdenes',
    ar: '(?:امرا?|اوامر) (?:بال)?(?:قبض|توقيف|اعتقال)|مذكر(?:ة|ات)(?: (?:توقيف|اعتقال|قبض))?',
  },
  situations: {
    en: 'situations|investigations|probes|inquiries|examinations',
    fr: 'situations|enquêtes|examens',
    es: 'situaciones|investigaciones|exámenes',
    ar: 'حالات|حالة|تحقيقات|تحقيقا|فحوص|فحصا|دراسات|دراسة',
  },
  trials: { en: 'trials?', fr: 'procès', es: 'juicios?', ar: 'محاكمات|محاكمة' },
  cases: { en: 'cases', fr: 'affaires', es: 'casos|causas|asuntos', ar: 'قضايا|قضية' },
  ratifications: { en: 'ratifications', fr: 'ratifications', es: 'ratificaciones', ar: 'تصديقا|تصديقات' },
  withdrawals: {
    en: '(?:notices|notifications) of withdrawal|withdrawal notices|withdrawals',
    fr: 'notifications de retrait|retraits',
    es: 'notificaciones de (?:retirada|retiro)|retiradas|retiros',
    ar: 'اخطار(?:ات|ا) (?:ب|ال)*انسحاب|انسحابات|انسحابا',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Two of them, as Arabic says by the noun alone. */
export const two: Readonly<Partial<Record<keyof typeof counted, string>>> = {
  states: 'دولتان|دولتين|بلدان اثنان|بلدين',
  people: 'شخصان|شخصين|متهمان|رجلان|رجلين|مشتبه بهما|مشتبه فيهما',
  warrants: '(?:امرا|امري|مذكرتا|مذكرتي) (?:قبض|توقيف|اعتقال)',
  situations: 'حالتان|حالتين|تحقيقان|تحقيقين|فحصان|فحصين|دراستان|دراستين',
  trials: 'محاكمتان|محاكمتين',
  cases: 'قضيتان|قضيتين',
  withdrawals: 'انسحابان|انسحابين',
};

/** What may stand between a number and what it counts. */
export const within: Words = {
  en:
    "of|the|its|their|court's|icc's|icc|court|public|publicly|issued|alleged|wanted|known|different|active|open|ongoing|" +
    'pending|outstanding|current|preliminary|remaining|formal|separate|such|final|individual|criminal|arrest|country|convicted',
  fr: 'des|de|ses|autres|différents|différentes|la|cour|cpi',
  es: 'solo|sola|únic[oa]|de|las|los|sus|otros|otras|distintos|distintas|la|corte|cpi',
  ar: 'من|فقط',
};

/** Of how many states in the world so many are. */
export const ofTheWorld: Words = {
  en: " (?:out )?of (?:the |all )?(?:world's )?19\\d",
  fr: ' (?:sur|parmi|des)(?: les)? 19\\d',
  es: ' (?:de|entre) (?:los )?19\\d',
  ar: ' من (?:اصل |بين )?(?:ال ?)?19\\d',
};
