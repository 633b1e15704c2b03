import type { Lang } from '../../locales/langs.ts';
import type { DocketFigureId } from '../figures/docket-figures.ts';

/** Names that a way of saying may use: `{states}`, `{court}`, … */
export const named: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: {
    states: '(?:(?:states|countries|nations|governments)(?: parties)?)',
    people: '(?:people|persons|individuals|suspects|defendants|accused|men|fugitives)',
    court: '(?:(?:the )?(?:international criminal court|icc|court))',
    statute: '(?:(?:rome )?statute|treaty)',
    warrants: '(?:(?:public )?(?:arrest warrants?|warrants? of arrest|warrants?))',
    are: '(?:are|is|were|was|remain|remains|remained|have been|had been|has been)',
    still: '(?:still |now |currently |already |so far )?',
  },
  fr: {
    states: '(?:états|pays|nations|gouvernements)(?: parties)?',
    people: '(?:personnes|suspects|accusés|individus|hommes|fugitifs)',
    court: '(?:la cour pénale internationale|la cpi|la cour)',
    statute: '(?:statut(?: de rome)?|traité)',
    warrants: "(?:mandats? d'arrêt|mandats?)",
    are: '(?:sont|est|étaient|était|restent|restaient|reste|ont été|avaient été|a été)',
    still: "(?:toujours |encore |actuellement |aujourd'hui |désormais |déjà )?",
  },
  es: {
    states: '(?:estados|países|naciones|gobiernos)(?: partes?)?',
    people: '(?:personas|sospechosos|acusados|individuos|hombres|prófugos)',
    court: '(?:la corte penal internacional|la cpi|la corte)',
    statute: '(?:estatuto(?: de roma)?|tratado)',
    warrants: '(?:(?:órdenes|orden) de (?:detención|arresto)|órdenes)',
    are: '(?:son|es|están|está|estaban|estaba|eran|siguen|seguían|quedan|quedaban|han sido|habían sido|fueron)',
    still: '(?:aún |todavía |actualmente |hoy |ya )?',
  },
  ar: {
    states: '(?:دولة|دول|بلدا|بلدان|بلد)',
    people: '(?:شخصا|شخص|اشخاص|متهمين|متهما|مشتبها فيهم|مشتبه فيهم|هاربا|هاربين)',
    court: '(?:المحكمة الجنائية الدولية|المحكمة)',
    statute: '(?:نظام روما(?: الاساسي)?|المعاهدة|النظام الاساسي)',
    warrants: '(?:امر(?:ا)? (?:بال)?قبض|اوامر (?:بال)?(?:قبض|توقيف)|مذكر(?:ة|ات) (?:توقيف|اعتقال))',
    are: '(?:كانت|كان|لا تزال|لا يزال|ما زال|ما زالت|هناك)',
    still: '(?:حاليا |الان |بعد )?',
  },
};

type Ways = Readonly<
  Partial<
    Record<
      DocketFigureId | 'states-parties' | 'deposits' | 'signatories-not-party' | 'withdrawals-pending' | 'apic-parties',
      Readonly<Record<Lang, readonly string[]>>
    >
  >
>;

/** Ways of saying how many, beside number and noun: `#` is the number with what bounds it; made even (see reading.ts). */
export const ways: Ways = {
  'states-parties': {
    en: [
      '# {states} {are} {still}(?:members?|part(?:y|ies))(?: (?:of|to|in) (?:{court}|the {statute}))',
      '# {states} (?:belong|belonged|have belonged) to {court}',
      '# {states} (?:have |had )?joined (?:{court}|the {statute})',
      'membership of {court} (?:stands|stood|has grown|grew|rose) (?:at|to) #(?: {states})?',
      "{court}(?:'s)?(?: has| had| counts| counted)? # members",
      '# members of {court}',
      '# part(?:y|ies) to the {statute}',
    ],
    fr: [
      '# {states} {are} {still}(?:membres? de|parties? (?:au|à)) (?:{court}|{statute})',
      '# {states} (?:font|faisaient) {still}partie de {court}',
      '# {states} (?:ont |avaient )?(?:rejoint|adhéré à) (?:{court}|le {statute})',
      '# membres de {court}',
      '{court} (?:compte|comptait|a|avait) {still}# (?:états )?membres',
      '# parties au {statute}',
    ],
    es: [
      '# {states} {are} {still}(?:miembros? de|partes? (?:en|de|del)) (?:{court}|(?:el )?{statute})',
      '# {states} (?:forman|formaban) {still}parte (?:de {court}|del {statute})',
      '# {states} (?:se han unido|se habían unido|se unieron|se han adherido) (?:a {court}|al {statute})',
      '# miembros de {court}',
      '{court} (?:cuenta|contaba) {still}con # (?:estados )?miembros',
      '# partes en el {statute}',
    ],
    ar: [
      '# {states} (?:اعضاء|عضوا) في {court}',
      '(?:تضم|يضم|ضمت|ضم) {court} (?:اليوم )?# {states} (?:عضوا|اعضاء|طرفا|اطراف)',
      '(?:انضمت|انضم) # {states} الى (?:{court}|{statute})',
      'الدول (?:الاعضاء|الاطراف) في (?:{court}|{statute})،? وعددها #',
    ],
  },
  deposits: {
    en: [
      'ratified by # {states}',
      '# {states} (?:have |had )?(?:ratified|acceded to|ratified or acceded to|ratified or joined) the {statute}',
    ],
    fr: ['ratifié par # {states}', '# {states} (?:ont |avaient )?(?:ratifié|signé et ratifié) (?:le )?{statute}'],
    es: ['ratificado por # {states}', '# {states} (?:han |habían )?(?:ratificado|ratificaron) (?:el )?{statute}'],
    ar: [
      '(?:صدقت|صادقت|صدق|صادق) # {states} على {statute}',
      '(?:صدقت|صادقت|صدق|صادق) على {statute} # {states}',
      '# {states} قد (?:صدقت|صادقت) على {statute}',
    ],
  },
  'situations-under-investigation': {
    en: [
      '# situations {are} {still}(?:under investigation|being investigated)',
      'investigat(?:ing|es|ed) # situations',
      '# investigations {are} {still}(?:open|ongoing|under way|underway|in progress|active)',
      '(?:{court}|prosecutor)(?: is| was)? (?:has|had|{still}(?:conducting|pursuing|running)) # investigations',
    ],
    fr: [
      "# situations (?:font|faisaient) {still}l'objet d'une enquête",
      'enquêt(?:e|ait) {still}sur # situations',
      '# enquêtes {are} {still}(?:ouvertes|en cours|actives)',
      '(?:{court}|procureur) (?:mène|menait|conduit|conduisait) {still}# enquêtes',
    ],
    es: [
      '# situaciones (?:{are} {still}(?:siendo investigadas|bajo investigación|en investigación)|se investigan)',
      'investig(?:a|aba) {still}# situaciones',
      '# investigaciones {are} {still}(?:abiertas|en curso|activas)',
      '(?:{court}|fiscal|fiscalía) (?:lleva|llevaba|realiza|realizaba|tiene|tenía) {still}(?:a cabo |en curso )?# investigaciones',
    ],
    ar: [
      '(?:يحقق|تحقق|كان يحقق) (?:المدعي العام|{court}) {still}في # (?:حالة|حالات)',
      '{are} # (?:تحقيقات|تحقيقا) (?:جارية|جاريا|مفتوحة|مفتوحا)',
      '(?:يجري|تجري|كان يجري|يجري) (?:مكتب )?(?:المدعي العام|{court}) {still}# (?:تحقيقات|تحقيقا)',
      'مكتب المدعي العام يجري # (?:تحقيقات|تحقيقا)',
    ],
  },
  'warrants-not-executed': {
    en: [
      '# {warrants} {are} {still}(?:outstanding|unexecuted|pending|not executed|open)',
      '# {warrants} (?:have|had|has) (?:still )?not (?:yet )?been (?:executed|carried out)',
      '# (?:outstanding|unexecuted|pending) {warrants}',
      '# {people} (?:who {are} )?{still}(?:{are} )?(?:wanted|sought) by {court}',
      'arrests? of # {people} {are} {still}pending',
      '# {people} {are} {still}(?:free|at large|on the run)',
    ],
    fr: [
      "# {warrants} (?:n'ont|n'avaient) (?:toujours |encore )?pas (?:encore |toujours )?été exécutés?",
      "# {warrants} {are} {still}(?:en attente(?: d'exécution)?|en suspens|à exécuter)",
      '# {warrants} à exécuter',
      '# {people} (?:{are} )?{still}recherché(?:e)?s par {court}',
      '# {people} {are} {still}(?:en fuite|en liberté)',
    ],
    es: [
      '# {warrants} (?:siguen|seguían|están|estaban|continúan) {still}sin (?:ejecutarse|ejecutar|cumplir|cumplirse)',
      '# {warrants} {are} {still}(?:pendientes(?: de ejecución)?)',
      '# {warrants} (?:por|pendientes de) ejecu(?:tar|ción)',
      '# {warrants} no (?:se han|han sido) ejecuta(?:do|das)',
      '# {people} (?:{are} )?{still}buscad[oa]s por {court}',
      '# {people} {are} {still}(?:prófug[oa]s|en libertad|huid[oa]s)',
    ],
    ar: [
      '(?:لم ينفذ|لم تنفذ) # {warrants}',
      '# {warrants} (?:لم تنفذ|لم ينفذ|دون تنفيذ|بلا تنفيذ)',
      '# {people} (?:طلقاء|فارين|هاربين|مطلوبين ل{court}|مطلوبين للمحكمة)',
      '(?:تلاحق|تبحث عن) {court} # {people}',
    ],
  },
  'warrants-persons': {
    en: ['{warrants} (?:against|for) # {people}'],
    fr: ['{warrants} (?:contre|visant) # {people}'],
    es: ['{warrants} (?:contra|para) # {people}'],
    ar: ['{warrants} بحق # {people}', '(?:اعلن عن|صدر|صدرت) # {warrants}'],
  },
  'trials-to-verdict': {
    en: [
      '# trials {are} {still}(?:being held|under way|underway|ongoing|in progress|taking place|running)',
      '# cases {are} {still}(?:at|on) trial',
    ],
    fr: [
      '# procès (?:se tiennent|se tenaient|se déroulent|se déroulaient|ont lieu) (?:à la haye )?(?:devant|à) {court}',
      '# procès {are} {still}en cours',
      '# affaires {are} {still}(?:au stade du|en) procès',
    ],
    es: [
      '# juicios (?:se celebran|se celebraban|se desarrollan|se desarrollaban|tienen lugar) (?:en la haya )?ante {court}',
      '# juicios {are} {still}en curso',
      '# (?:causas|casos) {are} {still}en (?:fase de )?juicio',
    ],
    ar: ['(?:تجري|تعقد|تعقد {court}|{court} تعقد) # محاكمات', '# محاكمات امام {court}'],
  },
  'convictions-core-standing': {
    en: ['# {people} {are} {still}convicted by {court}', '{court} (?:has |had )?convicted # {people}'],
    fr: ['# {people} {are} {still}condamné(?:e)?s par {court}', '{court} (?:a |avait )?condamné # {people}'],
    es: [
      '# {people} {are} {still}condenad[oa]s por {court}',
      '{court} (?:ha |había )?(?:condenado|condenó) a # {people}',
    ],
    ar: [
      'ادانت {court} # {people}',
      'ادين # {people} (?:امام|في) {court}',
      '# (?:حكما|احكام|حكم) بال?ادانة',
      'حكم # بالادانة',
    ],
  },
  'acquittals-all': {
    en: ['# {people} {are} {still}acquitted by {court}', '{court} (?:has |had )?acquitted # {people}'],
    fr: ['# {people} {are} {still}acquitté(?:e)?s par {court}', '{court} (?:a |avait )?acquitté # {people}'],
    es: [
      '# {people} {are} {still}absuelt[oa]s por {court}',
      '{court} (?:ha |había )?(?:absuelto|absolvió) a # {people}',
    ],
    ar: ['برات {court} # {people}', '# (?:حكما|احكام|حكم) بال?براءة', 'حكم # بالبراءة'],
  },
  'examinations-open': {
    en: ['# situations {are} {still}under preliminary examination'],
    fr: ["# situations (?:font|faisaient) {still}l'objet d'un examen préliminaire"],
    es: ['# situaciones {are} {still}(?:en|bajo) examen preliminar'],
    ar: ['# (?:حالات|حالة) قيد (?:الدراسة|الفحص) (?:الاولية|الاولي)'],
  },
  summonses: {
    en: ['# {people} {are} {still}summoned to appear'],
    fr: ['# {people} {are} {still}citées? à comparaître'],
    es: ['# {people} {are} {still}citad[oa]s a comparecer'],
    ar: ['استدعي # {people} للمثول امام {court}'],
  },
  'reparations-orders': {
    en: ['reparations {are} {still}ordered in # cases'],
    fr: ['réparations {are} {still}ordonnées dans # affaires'],
    es: ['(?:se han ordenado|se ordenaron) reparaciones en # (?:causas|casos)', 'reparaciones en # (?:causas|casos)'],
    ar: ['(?:امرت {court} بجبر الاضرار|بجبر الاضرار) في # (?:قضايا|قضية)'],
  },
  'signatories-not-party': {
    en: [
      '# {states} (?:have |had )?signed (?:but )?(?:have |had )?not (?:yet )?(?:ratified|joined)',
      '# {states} (?:have |had )?signed the {statute} (?:without|but)',
      '# signatories (?:have yet to|have not yet|have not) ratif(?:y|ied)',
    ],
    fr: [
      '# {states} (?:ont |avaient )?signé (?:le {statute} )?(?:sans|mais)',
      "# états signataires (?:n'ont|n'avaient) pas",
    ],
    es: [
      '# {states} (?:han |habían )?(?:firmado|firmaron) (?:el {statute} )?(?:sin|pero)',
      '# estados (?:signatarios|firmantes) (?:aún |todavía )?no',
    ],
    ar: ['(?:وقعت|وقع) # {states} (?:على )?{statute} ولم تصدق', '# {states} موقعة لم تصدق'],
  },
  'withdrawals-pending': {
    en: ['# {states} (?:have |had )?(?:notified|announced) their (?:withdrawal|intention to withdraw)'],
    fr: ['# {states} (?:ont |avaient )?notifié leur retrait'],
    es: ['# {states} (?:han |habían )?notificado su (?:retirada|retiro)'],
    ar: ['(?:ابلغت|اخطرت) # {states} (?:عن |ب)انسحابها', '# انسحابات لم (?:تسر|تدخل)'],
  },
  'apic-parties': {
    en: ['# {states} {are} {still}part(?:y|ies) to the (?:apic|agreement on (?:the )?privileges and immunities)'],
    fr: ["# {states} {are} {still}parties? à l'(?:apic|accord sur les privilèges et immunités)"],
    es: [
      '# {states} {are} {still}partes? (?:en|de|del) (?:el )?(?:apic|acuerdo sobre (?:los )?privilegios e inmunidades)',
    ],
    ar: ['# {states} (?:اطراف|طرفا) في اتفاق (?:ال)?امتيازات و(?:ال)?حصانات'],
  },
};
