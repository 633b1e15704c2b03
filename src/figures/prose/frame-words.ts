import type { Lang } from '../../config/langs.ts';

/** What a sentence may count, by its nouns; and what it may say of them, by the stems of its words. Made even (see reading.ts). */
export type Words = Readonly<Record<Lang, string>>;

/** What is counted. */
export const counted = {
  states: {
    en: 'states? parties|member states|member countries|states|countries|nations|governments|members|parties',
    fr: 'états parties|états membres|pays membres|états|pays|nations|gouvernements|membres|parties',
    es: 'estados partes?|estados miembros|países miembros|estados|países|naciones|gobiernos|miembros|partes',
    ar: 'دولة|دول|بلدا|بلدان|بلد|حكومات|حكومة|عضوا|اعضاء|طرفا',
  },
  people: {
    en: 'people|persons|individuals|suspects|defendants|accused|men|fugitives|leaders|commanders|indictees|those',
    fr: 'personnes|suspects|accusés|individus|hommes|fugitifs|dirigeants|prévenus|inculpés',
    es: 'personas|sospechosos|acusados|individuos|hombres|prófugos|fugitivos|dirigentes|imputados',
    ar: 'شخصا|شخص|اشخاص|متهمين|متهما|متهم|مشتبها? (?:فيهم|فيه|بهم|به)|هاربا|هاربين|فارا|فارين|مطلوبا|مطلوبين|رجلا|رجال',
  },
  warrants: {
    en: 'arrest warrants|warrants of arrest|warrants',
    fr: "mandats d'arrêt|mandats",
    es: 'órdenes de (?:detención|arresto|captura)|órdenes',
    ar: '(?:امرا?|اوامر) (?:بال)?(?:قبض|توقيف|اعتقال)|مذكر(?:ة|ات)(?: (?:توقيف|اعتقال|قبض))?',
  },
  situations: {
    en: 'situations|investigations|probes|inquiries|examinations',
    fr: 'situations|enquêtes|examens',
    es: 'situaciones|investigaciones|exámenes',
    ar: 'حالات|حالة|تحقيقات|تحقيقا|فحوص|فحصا|دراسات|دراسة',
  },
  trials: { en: 'trials', fr: 'procès', es: 'juicios', ar: 'محاكمات|محاكمة' },
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
    'pending|outstanding|current|preliminary|remaining|formal|separate|such|final|individual|criminal|arrest',
  fr: 'des|de|ses|autres|différents|différentes|la|cour|cpi',
  es: 'de|las|los|sus|otros|otras|distintos|distintas|la|corte|cpi',
  ar: 'من|فقط',
};

/** What is said of it. */
export const said = {
  court: {
    en: "icc|icc's|court|court's|hague",
    fr: 'cpi|cour|haye',
    es: 'cpi|corte|haya',
    ar: '[وفب]?المحكمة|للمحكمة|لاهاي',
  },
  prosecution: { en: "prosecutors?|prosecutor's", fr: 'procureure?', es: 'fiscal|fiscalía', ar: 'المدعي العام|المكتب' },
  statute: {
    en: 'statute|founding treaty|treaty of rome|rome treaty',
    fr: 'statut|traité (?:de rome|fondateur)',
    es: 'estatuto|tratado (?:de roma|fundacional)',
    ar: 'ب?نظام روما|[وب]?النظام الاساسي|نظامها الاساسي',
  },
  joined: {
    en:
      'members?|membership|join\\p{L}*|party|parties|belong\\p{L}*|acced\\p{L}+|adher\\p{L}+|binds?|bound|part of|br(?:ings|' +
      'ought) together',
    fr: 'membres?|adh[éè]r\\p{L}+|rejoi\\p{L}+|parties?|appart\\p{L}+|lie|lient|lié\\p{L}*|réuni\\p{L}*|rassembl\\p{L}+',
    es: 'miembros?|adhi?er\\p{L}+|adhiri\\p{L}+|unido|unieron|partes?|pertenec\\p{L}+|integran|vincula\\p{L}*|reun\\p{L}+',
    ar: 'عضوا?|اعضاء|انضم\\p{L}*|طرفا?|اطرافا?|الاطراف|[وا]?اطرافه\\p{L}?|اعضاؤه\\p{L}?|تنتمي|تلزم|ملزمة?|تضم|يضم|ضمت',
  },
  ratified: {
    en: 'ratif\\p{L}+|acced\\p{L}+',
    fr: 'ratifi\\p{L}+',
    es: 'ratific\\p{L}+',
    ar: '[تي]?صدق\\p{L}{0,3}|[تي]?صادق\\p{L}{0,3}|تصديق\\p{L}{0,3}',
  },
  signed: {
    en: 'signed|signatories',
    fr: 'sign(?:é|ataires)',
    es: 'firm\\p{L}+|signatarios',
    ar: 'وقع\\p{L}{0,3}|موقعة',
  },
  not: {
    en: 'not|without|yet to|no|nor|non|outside',
    fr: "pas|sans|ni|non|n'ont|hors",
    es: 'no|sin|ni|fuera',
    ar: 'لم(?!(?: \\p{L}+){1,3} (?:سوى|الا))|لا(?! (?:تزال|يزال))|دون|غير|ليست|خارج',
  },
  never: { en: 'never', fr: 'jamais', es: 'nunca|jamás', ar: 'قط|ابدا' },
  /** Of states: that they have not. */
  notJoined: {
    en:
      '(?:not|never|yet to|without|neither)(?: [^\\s.,]+){0,3} (?:join\\p{L}*|members?|part\\p{L}*|ratif\\p{L}+|belong|acced\\p{L}+)|' +
      'non (?:members?|part\\p{L}+)|outside',
    fr:
      '(?:pas|jamais|ni|sans)(?: [^\\s.,]+){0,3} (?:rejoi\\p{L}+|membres?|parties?|ratif\\p{L}+|adh\\p{L}+)|' +
      'non (?:membres?|parties?)|hors',
    es: '(?:no|nunca|sin|ni)(?: [^\\s.,]+){0,4} (?:miembros?|partes?|unido|adher\\p{L}+|ratific\\p{L}+)|fuera',
    ar: '(?:لم|ليست|غير|لا)(?: [^\\s.,]+){0,2} (?:تنضم|طرفا?|اطرافا?|عضوا?|اعضاء|تصدق|تصادق|الاطراف|الاعضاء)|خارج',
  },
  accepted: { en: 'accept\\p{L}+', fr: 'accept\\p{L}+', es: 'acept\\p{L}+', ar: 'قبل\\p{L}{0,2}' },
  leaving: {
    en: 'withdrawals?|withdraw(?:ing)?|leav(?:e|ing)|quit(?:ting)?|exit(?:ing)?|pull(?:ing)? out|departures?',
    fr: 'retraits?|retirer|retirent|quitter|quittent|départs?|sortir|sortent',
    es:
      'retiradas?|retiros?|retiran?|retirarse|retirarán|abandonan?|abandonar\\p{L}*|salida|salir|abandonando|retirándose|' +
      'dejar\\p{L}*|dejan',
    ar: '[بو]?انسحاب\\p{L}{0,3}|الانسحاب|بالانسحاب|تنسحب|ستنسحب|مغادرة',
  },
  announced: {
    en:
      'announc\\p{L}+|notif\\p{L}+|notice|inten\\p{L}+|will|plan\\p{L}*|decided|pending|process|submitted|filed|given|gave|' +
      'deposited|declared|way|under ?way|effect|leaving|withdrawing|quitting|exiting',
    fr:
      'annonc\\p{L}+|notifi\\p{L}+|intention|va|vont|décid\\p{L}+|en cours|attente|dépos\\p{L}+|déclar\\p{L}+|effet|encore|' +
      'train|quittent|retirent',
    es:
      'anunci\\p{L}+|notific\\p{L}+|intención|van|decidi\\p{L}+|pendientes?|curso|presenta\\p{L}+|comunic\\p{L}+|efecto|aún|' +
      'abandonando|retirándose|abandonan|retiran',
    ar: 'اعلن\\p{L}*|اخطر\\p{L}*|ابلغ\\p{L}*|قررت|تعتزم|نيتها|نافذة?|بعد|قدمت|جارية?|معلقة?|تسر|طريقها|ستنسحب',
  },
  takenBack: {
    en: 'cancel\\p{L}*|revers\\p{L}+|revok\\p{L}+|rescind\\p{L}+|took effect|taken effect|left|withdrew',
    fr: 'annul\\p{L}+|révoqu\\p{L}+|renonc\\p{L}+|pris effet|prit effet',
    es: 'anul\\p{L}+|revoc\\p{L}+|renunci\\p{L}+|surti\\p{L}+|cancel\\p{L}+',
    ar: 'الغ\\p{L}+|تراجع\\p{L}*|عدل\\p{L}*',
  },
  atLarge: {
    en:
      'at large|on the run|in hiding|fugitives?|evad\\p{L}+|elud\\p{L}+|escap\\p{L}+|(?:still|remain\\p{L}*|are|walk) free|' +
      'at liberty|wanted|' +
      'sought(?! the arrest)|hunt\\p{L}*|(?:not|never|yet|still)(?: [^\\s.,]+){0,3} (?:arrested|caught|captured|apprehended|' +
      'surrendered|handed over|in custody)|' +
      '(?:wait\\p{L}*|await\\p{L}*|pending)(?: [^\\s.,]+){0,3} arrests?|unexecuted|outstanding|(?:beyond|out of)(?: [^\\s.,]+){0,2} reach',
    fr:
      "en fuite|en cavale|hors (?:de portée|d'atteinte)|en liberté|fugitifs|courent (?:toujours|encore)|échapp\\p{L}+|" +
      'recherchée?s|introuvables|inexécutés|' +
      "(?:pas|jamais)(?: [^\\s.,]+){0,3} (?:arrêtée?s|capturée?s|remis(?:es?)?|livrée?s)|atten\\p{L}+(?: [^\\s.,]+){0,3} (?:l'|" +
      "d')arrestations?",
    es:
      'fuera del? alcance|prófug[oa]s|fugitiv[oa]s|en libertad|libres|en fuga|huid[oa]s|fugad[oa]s|buscad[oa]s|reclamad[oa]s|' +
      'elud\\p{L}+|evad\\p{L}+|escap\\p{L}+|' +
      'en paradero desconocido|(?:no|sin)(?: [^\\s.,]+){0,3} (?:detenid[oa]s|arrestad[oa]s|capturad[oa]s|entregad[oa]s)|' +
      '(?:esper\\p{L}+|falta\\p{L}*|queda\\p{L}*)(?: [^\\s.,]+){0,3} (?:detención|arresto|captura|detener|arrestar|capturar)',
    ar:
      'طليقا?|طليقين|طلقاء|فارا|فارين|فارون|الفارين|هاربا?|هاربين|هاربون|مطلوبا|مطلوبين|مطلوبون|تلاحق\\p{L}*|يفلت\\p{L}*|' +
      'خارج (?:متناول|قبضة)|افلت\\p{L}*|' +
      '(?:تنتظر|ينتظر|بانتظار)(?: [^\\s.,]+){0,3} (?:القبض|توقيف|اعتقال)|لم(?: [^\\s.,]+){0,2} (?:يقبض|يعتقل|يعتقلوا|يسلم|' +
      'يسلموا|يوقف|يوقفوا)',
  },
  notExecuted: {
    en:
      'outstanding|unexecuted|unserved|unenforced|pending|(?:not|never|yet|still|wait\\p{L}*|await\\p{L}*|without|remain\\p{L}*)' +
      '(?: [^\\s.,]+){0,4} (?:execut\\p{L}+|carried out|served|enforced|acted on)',
    fr:
      'inexécutés|en suspens|en attente|(?:pas|jamais|sans|attend\\p{L}*|reste\\p{L}*)(?: [^\\s.,]+){0,4} exécut\\p{L}+|' +
      'à exécuter|lettre morte',
    es: 'pendientes|(?:no|sin|por|falta\\p{L}*|espera\\p{L}*|queda\\p{L}*)(?: [^\\s.,]+){0,4} (?:ejecut\\p{L}+|cumpl\\p{L}+)|inejecutadas',
    ar: '(?:لم|غير|دون|بلا|تنتظر|بانتظار)(?: [^\\s.,]+){0,2} (?:تنفذ|ينفذ|منفذ\\p{L}*|(?:ال)?تنفيذ\\p{L}*)|معلقة',
  },
  warrant: { en: 'warrants?', fr: 'mandats?', es: 'órdenes|orden', ar: 'مذكرات|مذكرة|اوامر|امر' },
  summoned: {
    en: 'summon\\p{L}*',
    fr: 'citée?s|citations?|convoquée?s|comparaître',
    es: 'citad[oa]s|citaciones|comparec\\p{L}+|emplazad[oa]s',
    ar: 'استدع\\p{L}+|بالحضور|للمثول|بالمثول',
  },
  acquitted: {
    en: 'acquit\\p{L}+|not guilty|cleared',
    fr: 'acquitt\\p{L}+|relaxée?s',
    es: 'absuel\\p{L}+|absolv\\p{L}+|absolución',
    ar: 'برئ\\p{L}{0,2}|برات|تبرئ\\p{L}+|بالبراءة|البراءة|براءة',
  },
  convicted: {
    en: 'convict\\p{L}+|guilty',
    fr: 'condamn\\p{L}+|coupables|culpabilité',
    es: 'conden\\p{L}+|culpables|culpabilidad',
    ar: '[تي]دن|ادين\\p{L}{0,2}|ادان\\p{L}{0,2}|ادانة|ادانته\\p{L}*|مدان\\p{L}*|بالادانة',
  },
  onTrial: {
    en: 'on trial|stand(?:s|ing)? trial|being tried|in the dock',
    fr: '(?:sont|étaient)(?: [^\\s.,]+){0,2} jugée?s|en procès|en jugement',
    es: '(?:siendo|están?|son) (?:juzgad[oa]s|procesad[oa]s)|en el banquillo|se juzga',
    ar: 'يحاكم\\p{L}*|تحاكم\\p{L}*|قيد المحاكمة|محاكمة',
  },
  /** What makes of all convicted those of one trial, one crime, one court. */
  oneTrial: {
    en:
      'in (?:the|this|that|his|her|one|an?) \\p{L}+(?: [^\\s.,]+){0,2} (?:case|trial|proceedings)|together|alongside|appeals?|' +
      'witness\\p{L}*|' +
      'contempt|obstruct\\p{L}+|article|charges?|counts?|of (?!war|crimes|core|genocide|international|atroc|the most)\\p{L}+|' +
      'by (?!then|now|icc|judges|the (?:icc|court|judges|international))\\p{L}+|sentenced|years?',
    fr:
      'affaire|procès|appel|témoins?|subornation|outrage|article|charges?|avec|par (?!la c|les juges)\\p{L}+|ans|peines?|' +
      'pour (?!crimes|génocide)\\p{L}+',
    es:
      'caso|causa|juicio|apelación|testigos?|soborno|desacato|artículo|cargos?|junto|por (?!la c|los jueces|crímenes|' +
      'genocidio)\\p{L}+|años|penas?',
    ar: 'قضية|في محاكمة|الاستئناف|شهود|الشهود|المادة|تهم\\p{L}*|مع|سنوات|سنة|عاما|بالسجن',
  },
  investigated: {
    en: 'investigat\\p{L}+|prob(?:e|es|ed|ing)|inquir\\p{L}+',
    fr: 'enquêt\\p{L}+',
    es: 'investig\\p{L}+',
    ar: '(?:ال|لل)?تحقيق\\p{L}{0,2}|يحقق|تحقق|محقق\\p{L}*|المحقق\\p{L}*',
  },
  examined: {
    en: 'preliminar\\p{L}+|examin\\p{L}+',
    fr: 'préliminaires?',
    es: 'preliminar(?:es)?',
    ar: 'اولية|اوليا|الاولي|الاولية',
  },
  ended: {
    en:
      'clos\\p{L}+|conclud\\p{L}+|complet\\p{L}+|ended|finished|since|opened|refus\\p{L}+|declin\\p{L}+|request\\p{L}*|refer\\p{L}*|' +
      'authori[sz]\\p{L}+|lasted|ever|total',
    fr: 'clos\\p{L}*|achev\\p{L}+|termin\\p{L}+|depuis|ouvert|refus\\p{L}+|autoris\\p{L}+|renvoy\\p{L}+|défér\\p{L}+|duré|total',
    es: 'cerr\\p{L}+|conclu\\p{L}+|termin\\p{L}+|desde|abierto|abrió|abrieron|autoriz\\p{L}+|remit\\p{L}+|duró|total',
    ar: 'اغلق\\p{L}*|انته\\p{L}+|اختتم\\p{L}*|منذ|فتح\\p{L}*|احال\\p{L}*|استمر\\p{L}*|اكتمل\\p{L}*',
  },
  underWay: {
    en: 'under ?way|ongoing|in progress|currently|now|proceed\\p{L}*|continu\\p{L}+|running|being (?:held|heard)|hearing|holding',
    fr: 'en cours|actuellement|se (?:tien|ten|dérou|poursui)\\p{L}+|continu\\p{L}+|tient',
    es: 'en curso|abiertos|en marcha|actualmente|se (?:celebra|desarrolla)\\p{L}*|siguen|seguían|continúan',
    ar: 'جاري\\p{L}*|تجري|مستمر\\p{L}*|قائم\\p{L}*|حاليا|تعقد|تنظر',
  },
  reparations: {
    en: 'reparations?',
    fr: 'réparations?',
    es: 'reparaci(?:ón|ones)',
    ar: 'ب?جبر (?:ال)?(?:ضرر|اضرار)|تعويض\\p{L}*|بتعويض\\p{L}*',
  },
  ordered: {
    en: 'order\\p{L}*|award\\p{L}*',
    fr: 'ordonn\\p{L}+|accord\\p{L}+',
    es: 'orden\\p{L}*|conced\\p{L}+',
    ar: 'امر\\p{L}*|اوامر',
  },
  /** Of a part of the world, or those who did something one day: they are some. */
  some: {
    en:
      'africa\\p{L}*|europe\\p{L}*|asia\\p{L}*|latin|caribbean|arab|pacific|eastern|western|region\\p{L}*|half of|' +
      'thirds of (?:the |its |all )?(?:states|members|parties|countries)|of them|vot\\p{L}+|attend\\p{L}*|abstain\\p{L}*|spoke|speak|' +
      'pay\\p{L}*|paid|owe|arrears|delegat\\p{L}+|host\\p{L}*',
    fr:
      "(?:d'|l')?afri\\p{L}+|(?:d'|l')?europ\\p{L}+|(?:d'|l')?asi\\p{L}+|caraïbes?|arabes?|pacifique|régions?|moitié des|" +
      "tiers des (?:états|membres|parties|pays)|vot\\p{L}+|d'entre eux|abst\\p{L}+|délégations?|accueill\\p{L}+",
    es:
      'áfrica|african\\p{L}+|europ\\p{L}+|asi[aá]\\p{L}*|latinoameric\\p{L}+|caribe\\p{L}*|árabes?|pacífico|región|mitad de|' +
      'tercios de (?:los|sus) (?:estados|miembros|países)|entre ellos|vota\\p{L}+|absten\\p{L}+|abstuv\\p{L}+|delegaciones|acogen',
    ar:
      '(?:ال)?افريقي\\p{L}*|(?:ال)?اوروب\\p{L}*|اسيا|(?:ال)?عربية|اللاتينية|الكاريبي|نصف الدول|ثلثا? الدول|ثلثي الدول|منها|' +
      'صوت\\p{L}*|امتنع\\p{L}*|وفود|تستضيف',
  },
  /** What else has members. */
  bodies: {
    en: 'judges?|bureau|committee|council|coalition|panel|network|parliament|staff',
    fr: 'juges?|bureau|comité|conseil|coalition|réseau|parlement',
    es: 'jueces|magistrad\\p{L}+|mesa|comité|consejo|coalición|red|parlamento',
    ar: 'قضاة|قاضيا|المكتب|لجنة|مجلس|تحالف|شبكة|البرلمان|الجمعية',
  },
} as const satisfies Readonly<Record<string, Words>>;
