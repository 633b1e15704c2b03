import type { Ways } from './ways.ts';

/** How many situations and cases there are, said beside number and noun. */
export const docketWays = {
  'situations-under-investigation': {
    en: [
      '# investigations {are} {still}running',
      '# (?:ongoing |open )?investigations (?:were|are) (?:going on|being conducted)',
      'investigating (?:alleged )?(?:crimes|events) in # (?:situations|countries)',
      'under investigation {are} {still}# situations',
      '# situations (?:have|had) (?:open|ongoing|active) investigations',
      '(?:investigat(?:ing|es|ed)|looking into|investigations (?:open|under ?way|ongoing|in progress|' +
        '{are} {still}(?:under ?way|ongoing|open|in progress)) in(?:to)?) {still}# (?:situations|countries)',
      '# (?:countries|places) {are} {still}under investigation by {court}',
      '{prosecution} (?:has|had|is pursuing|was pursuing|is conducting|was conducting|runs|' +
        'conducts) {still}# (?:active |open |ongoing )?investigations(?: (?:open|under way|ongoing))?',
      '# situations {are} {still}(?:the subject of (?:an )?investigations?)',
      '# situations {are} {still}(?:under investigation|being investigated)',
      '# investigations {are} {still}(?:open|ongoing|under way|underway|in progress|active)',
    ],
    fr: [
      '{prosecution} (?:enquêtent|enquête|enquêtait) {still}(?:sur|dans) # (?:situations|pays)',
      "# situations {are} {still}(?:sous enquête|à l'enquête)",
      '{prosecution} (?:mène|menait|conduit|conduisait|a ouvert et mène) {still}# enquêtes',
      "# situations (?:font|faisaient) {still}l'objet d'une enquête",
      'enquêt(?:e|ait) {still}sur # situations',
      '# enquêtes {are} {still}(?:ouvertes|en cours|actives)',
    ],
    es: [
      '{prosecution} (?:investiga|investigaba) {still}(?:en )?# (?:situaciones|países)',
      '# situaciones {are} {still}(?:objeto de (?:una )?investigación)',
      'hay {still}# investigaciones (?:abiertas|en curso|en marcha|activas)',
      '# investigaciones {are} {still}(?:en marcha|en desarrollo)',
      '# situaciones (?:{are} {still}(?:siendo investigadas|bajo investigación|en investigación)|se investigan)',
      'investig(?:a|aba) {still}# situaciones',
      '# investigaciones {are} {still}(?:abiertas|en curso|activas)',
    ],
    ar: [
      '(?:يحقق|تحقق|كان يحقق|كانت تحقق) {prosecution} {still}في # (?:حالات|حالة|بلدان|دول)',
      '# (?:حالات|حالة) (?:تخضع للتحقيق|موضع تحقيق|محل تحقيق)',
      '# (?:تحقيقات|تحقيقا) (?:{are} )?{still}(?:مفتوحة|مفتوحا|جارية|جاريا)',
    ],
  },
  'trials-to-verdict': {
    en: [
      '# trials {are} {still}(?:being (?:held|heard|conducted)|before (?:{judges}|the bench))',
      '{judges} {are} {still}(?:hearing|conducting|holding|trying) # (?:trials|cases at trial)',
      '# trials (?:are |were )?(?:going on|in session|proceeding)',
      '{court} (?:has|had) {still}# trials (?:under way|underway|ongoing|in progress|running|going on|open)',
      'there {are} {still}# trials (?:under way|underway|ongoing|in progress|before {court}|at {court})',
      '# trials {are} {still}(?:being held|under way|underway|ongoing|in progress|taking place|running)',
      '# cases {are} {still}(?:at|on) trial',
    ],
    fr: [
      '# procès (?:se tiennent|se tenaient|se déroulent|se déroulaient|ont lieu|avaient lieu|sont menés|' +
        'étaient menés|sont ouverts|étaient ouverts) {still}(?:à la haye|devant {court}|à {court})',
      '{judges} (?:conduisent|conduit|mènent|mène|jugent|tient|tiennent|instruisent) {still}# (?:procès|affaires en procès)',
      '{court} (?:a|avait|compte|comptait) {still}# procès (?:en cours|ouverts)',
      '# procès (?:se tenaient|se déroulaient|se déroulent)(?: alors)?',
      '# procès {are} {still}en cours',
      '# affaires {are} {still}(?:au stade du|en) procès',
    ],
    es: [
      '(?:se celebran|se celebraban|se desarrollan|se desarrollaban|hay|había|tienen lugar|tenían lugar) ' +
        '{still}# juicios (?:en curso|en la haya|ante {court}|en {court}|abiertos|en marcha)',
      '# juicios (?:se celebran|se celebraban|se desarrollan|tienen lugar) {still}(?:en la haya|ante {court}|en {court})',
      '{judges} (?:celebran|celebra|llevan|lleva|conducen) {still}(?:a cabo )?# juicios',
      '# juicios {are} {still}(?:en marcha|abiertos)',
      '# juicios (?:se celebraban|se desarrollaban|se desarrollan)(?: entonces)?',
      '# juicios {are} {still}en curso',
      '# (?:causas|casos) {are} {still}en (?:fase de )?juicio',
    ],
    ar: [
      '(?:ينظر|تنظر) (?:قضاة )?{judges} {still}(?:حاليا )?في # محاكمات',
      '(?:تجري|كانت تجري|تعقد|تنعقد) {still}# محاكمات (?:في لاهاي|امام {court}|في {court})',
      '# محاكمات (?:{are} )?{still}(?:جارية|مستمرة|قائمة)',
      '(?:تنظر|تعقد|تجري) {judges} {still}(?:في )?# محاكمات',
      'امام {court} {still}# محاكمات',
      '(?:تجري|تعقد|تعقد {court}|{court} تعقد) # محاكمات',
      '# محاكمات امام {court}',
    ],
  },
  'examinations-open': {
    en: [
      '# examinations {are} {still}open',
      '{prosecution} {are} {still}examining # situations',
      'under (?:preliminary )?examination {are} {still}# situations',
      '{prosecution} (?:has|had|is conducting|was conducting|conducts|is carrying out|' +
        'was carrying out) {still}# (?:preliminary|open preliminary) examinations',
      '# (?:situations|countries) {are} {still}(?:the subject of|under|at the stage of|' +
        'in) (?:a )?(?:preliminary|open preliminary) examinations?',
    ],
    fr: [
      '{prosecution} (?:examine|examinait|examinent) {still}# situations',
      "# (?:situations|pays) (?:font|faisaient) {still}l'objet d'(?:1|un) examen préliminaire",
      "# (?:situations|pays) {are} {still}(?:en|sous|à l'étape de l'|au stade de l')(?: )?examen préliminaire",
    ],
    es: [
      '{prosecution} (?:examina|examinaba) {still}# situaciones',
      '# (?:situaciones|países) {are} {still}(?:en|bajo|objeto de|en fase de) (?:un |1 )?exam(?:en preliminar|en)',
    ],
    ar: [
      '(?:يدرس|يفحص|كان يدرس) {prosecution} {still}# (?:حالات|حالة)',
      '# (?:حالات|حالة) (?:قيد|موضع|تخضع ل|في مرحلة) ?(?:ال)?(?:دراسة|فحص|دراسات)(?: (?:ال)?اول(?:ية|ي))',
    ],
  },
  'reparations-orders': {
    en: [
      '{judges} (?:have |has |had )?{still}(?:ordered|awarded|granted) reparations (?:to victims )?in # cases',
      'reparations (?:to victims )?{are} {still}(?:ordered|awarded|granted) (?:to victims )?in # cases',
      'in # cases,? (?:{judges} (?:have |has |had )?{still}(?:ordered|awarded) )?reparations',
    ],
    fr: [],
    es: ['reparaciones en # (?:causas|casos)'],
    ar: ['(?:امرت {court} بجبر الاضرار|بجبر الاضرار) في # (?:قضايا|قضية)'],
  },
} satisfies Ways;
