import type { Lang } from '../../config/langs.ts';
import { even } from './reading.ts';

/** Who else has what a noun counts: other courts have convictions, other bodies and treaties have members. */
export type Rivals = 'courts' | 'memberships' | 'treaties';

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'u');

/** How a sentence names this Court, as it is written; small letters mean any court. */
const theCourt: Readonly<Record<Lang, RegExp>> = {
  en: word('ICC|International Criminal Court|the Court|The Court'),
  fr: word('CPI|Cour pénale internationale|[Ll]a Cour'),
  es: word('CPI|Corte Penal Internacional|[Ll]a Corte'),
  ar: word('[وبل]?المحكمة الجنائية الدولية|[وب]?المحكمة'),
};

/** Other courts, in the even text. */
const otherCourts: Readonly<Record<Lang, RegExp>> = {
  en: word(
    'courts|(?<!icc |the )prosecutors(?! (?:in|at|of) the (?:hague|icc|court))|(?:high|supreme|district|federal|' +
      'national|domestic|local|crown|special|constitutional|regional|' +
      'military) court|court of appeals?|tribunals?|icty|ictr|eccc|nuremberg|death|capital|police|residual mechanism|' +
      'mechanism for|specialist chambers',
  ),
  fr: word(
    "tribunal|tribunaux|tpiy|tpir|cour (?:suprême|d'assises|d'appel|spéciale|constitutionnelle)|nuremberg|à mort|" +
      'capitales?|police|mécanisme|' +
      '(?:justice|parquet|juges?) (?!internationale)\\p{L}+(?:enne|iens?|aise?|oise?|aine?|ine?|que|ole?|ande?|ard)s?',
  ),
  es: word(
    'tribunales|tribunal (?:supremo|especial|constitucional|internacional|penal|militar|para|de)|' +
      'tpiy|tpir|corte suprema|audiencia nacional|núremberg|a muerte|policía|mecanismo|' +
      '(?:justicia|fiscalía) \\p{L}+(?:ana|ense|esa|ola|ina|eña|uaya)',
  ),
  ar: word(
    '(?:ال)?محاكم|محكمة (?:في|جنايات|\\p{L}+ية (?!جنائية|دولية)|يوغوسلافيا|رواندا|نورمبرغ|' +
      'الاستئناف)|المحكمة (?:العليا|الخاصة|الوطنية|الدستورية)|بالاعدام|(?:ال)?شرطة|الالية|(?:الادعاء|القضاء|' +
      'النيابة) (?!العام|الدولي|الجنائي)ال\\p{L}+ية?',
  ),
};

/** Other bodies and treaties with members and parties, in the even text. */
const otherMemberships: Readonly<Record<Lang, RegExp>> = {
  en: word(
    'un|united nations|eu|[a-z]+ union|council of europe|nato|oas|asean|ecowas|osce|commonwealth|league|' +
      'conventions?|covenants?|protocols?|' +
      '(?<!rome |the |this |founding )treat(?:y|ies)(?! of rome)|inter[- ]american|' +
      'court of human rights|(?:european|african) court|charter',
  ),
  fr: word(
    "onu|nations unies|ue|union \\p{L}+|conseil de l'europe|otan|oif|osce|ligue|conventions?|pactes?|protocoles?|traité sur|" +
      "cour (?:interaméricaine|européenne|africaine)|droits de l'homme|charte",
  ),
  es: word(
    'onu|naciones unidas|ue|unión \\p{L}+|consejo de europa|otan|oea|osce|liga|convenci(?:ón|ones)|pactos?|protocolos?|tratado sobre|' +
      'corte (?:interamericana|europea|africana)|tribunal europeo|derechos humanos|carta',
  ),
  ar: word(
    'الامم المتحدة|الاتحاد \\p{L}+|مجلس اوروبا|جامعة الدول|(?:ال)?اتفاقية|(?:ال)?بروتوكول|العهد|' +
      'معاهدة تجارة|المحكمة (?:الاوروبية|الافريقية)|محكمة البلدان',
  ),
};

/** To whom states say that they leave. */
const unitedNations: Readonly<Record<Lang, RegExp>> = {
  en: /united nations|\bun\b/gu,
  fr: /nations unies|\bonu\b/gu,
  es: /naciones unidas|\bonu\b/gu,
  ar: /الامم المتحدة/gu,
};

/** Texts beside the Statute that have parties of their own, in the even text of a clause. */
const besideTheStatute: Readonly<Record<Lang, RegExp>> = {
  en: word('amendments?|apic|privileges and immunities'),
  fr: word('amendements?|apic|privilèges et (?:les )?immunités'),
  es: word('enmiendas?|apic|privilegios e inmunidades'),
  ar: word('و?(?:ال)?تعديل(?:ات)?|(?:ال)?امتيازات و(?:ال)?حصانات'),
};

/** "Of the 193 members of the United Nations": all the states of the world. */
const worldsStates = new RegExp(
  '(?<!\\d)19\\d(?!\\d)[^.;:,\\d]{0,30}?' +
    '(?:united nations|\\bun\\b|nations unies|\\bonu\\b|naciones unidas|الامم المتحدة)',
  'u',
);

/** A court or prosecutor by its place, as it is written; Arabic has no capitals, but names a court without its article after one. */
const courtOfPlace: Readonly<Record<Lang, RegExp>> = {
  en: word('(?:courts?|prosecutors?|judges?) (?:in|of|from) (?!The |Hague)\\p{Lu}\\p{Ll}+'),
  fr: word(
    "(?:parquet|procureure?s?|juges?|justice|cour) (?:de |d['’]|du |des |à )(?!La Haye|Haye)\\p{Lu}\\p{Ll}+|parquets?",
  ),
  es: word(
    '(?:fiscal(?:ía)?|juez|jueza|jueces|tribunal|justicia|corte) (?:de |del |en )(?!La Haya|Haya)\\p{Lu}\\p{Ll}+|juzgados?',
  ),
  ar: word('[وفبل]?محكمة (?!لاهاي|جنائية|دولية|دائمة|الجنايات الدولية)\\p{L}+|نيابة (?!المحكمة)\\p{L}+'),
};

/** A place that a sentence leads to by a preposition and a capital; Arabic has no capitals. */
const somewhere: Readonly<Record<Lang, RegExp | undefined>> = {
  en: new RegExp(
    '\\b(?:[Ii]n|[Ff]rom) (?:the )?(?!The Hague|Hague|January|February|March|April|May|June|' +
      'July|August|September|October|November|December)\\p{Lu}\\p{Ll}+|' +
      '\\b(?!The |This |Its |Hague )\\p{Lu}\\p{Ll}+ (?:court|judges?|prosecutors?)\\b',
    'u',
  ),
  fr: /(?<!\p{L})(?:[Aa]u|[Aa]ux|[Ee]n|[ÀAà]) (?!La Haye)\p{Lu}\p{Ll}+/u,
  es: /(?<!\p{L})[Ee]n (?:el |la )?(?!La Haya|Haya)\p{Lu}\p{Ll}+/u,
  ar: undefined,
};

/** Whether a sentence speaks, or by a state or place in its clause may speak, of somebody else's. */
export function speaksOfAnother(rivals: Rivals, sentence: string, clause: string, lang: Lang): boolean {
  const { text } = even(sentence);
  if (rivals === 'treaties') return otherMemberships[lang].test(text.replaceAll(unitedNations[lang], ''));
  if (rivals === 'memberships')
    return (
      otherMemberships[lang].test(text.replace(worldsStates, '')) || besideTheStatute[lang].test(even(clause).text)
    );
  if (otherCourts[lang].test(text) || courtOfPlace[lang].test(sentence)) return true;
  if (theCourt[lang].test(clause)) return false;
  return namesState(clause, lang) || (somewhere[lang]?.test(clause) ?? false);
}

/** Whether a clause names a state or territory. */
export function namesState(clause: string, lang: Lang): boolean {
  return statePattern(lang).test(even(clause).text);
}

const NO_STATES = ['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO'];
const patterns = new Map<Lang, RegExp>();

/** Every state and territory by its name in a language (ISO 3166, Unicode CLDR). */
function statePattern(lang: Lang): RegExp {
  const known = patterns.get(lang);
  if (known) return known;
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !NO_STATES.includes(code));
  const found = codes.flatMap((code) => names.of(code) ?? []).map((name) => even(name).text);
  const escaped = found.map((name) => RegExp.escape(name));
  const made = word(`${lang === 'ar' ? '[وفبلك]?' : ''}(?:${escaped.join('|')})`);
  patterns.set(lang, made);
  return made;
}
