import type { Lang } from '../../config/langs.ts';

/** What a sentence may count, by its nouns, or say of it, by the stems of its words. Made even (see reading.ts). */
export type Words = Readonly<Record<Lang, string>>;

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
      'members?|membership|join\\p{L}*|sign(?:ed|ing)? up|recogni[sz]\\p{L}+(?: [^\\s.,]+){0,3} (?:jurisdiction|authority)|' +
      'party|parties|belong\\p{L}*|acced\\p{L}+|adher\\p{L}+|binds?|bound|part of|br(?:ings|' +
      'ought) together',
    fr:
      'membres?|reconn\\p{L}+(?: [^\\s.,]+){0,2} (?:compétence|juridiction|autorité)|adh[éè]r\\p{L}+|' +
      'rejoi\\p{L}+|parties?|appart\\p{L}+|lie|lient|lié\\p{L}*|réuni\\p{L}*|rassembl\\p{L}+',
    es:
      'miembros?|recono\\p{L}+(?: [^\\s.,]+){0,2} (?:competencia|jurisdicción|autoridad)|' +
      'adhi?er\\p{L}+|adhiri\\p{L}+|unido|unieron|partes?|pertenec\\p{L}+|integran|vincula\\p{L}*|reun\\p{L}+',
    ar:
      'عضوا?|اعضاء|باختصاص|بولاية|انضم\\p{L}*|[تي]نضم\\p{L}*|طرفا?|اطرافا?|الاطراف|[وا]?اطرافه\\p{L}?|اعضاؤه\\p{L}?|' +
      'تنتمي|[تي]لزم|ملزمة?|تضم|يضم|ضمت',
  },
  ratified: {
    en: 'ratif\\p{L}+|acced\\p{L}+',
    fr: 'ratifi\\p{L}+',
    es: 'ratific\\p{L}+',
    ar: '[تي]?صدق\\p{L}{0,3}|[تي]?صادق\\p{L}{0,3}|(?:ال)?تصديق\\p{L}{0,3}|(?:ال)?مصادقة',
  },
  signed: {
    en: 'signed|signatories|signatures?',
    fr: 'sign(?:é|ataires|atures?)',
    es: 'firm\\p{L}+|signatarios',
    ar: 'وقع\\p{L}{0,3}|موقعة',
  },
  not: {
    en: 'not?(?! (?:fewer|less|more) than)|without|yet to|nor|non|outside',
    fr: "pas(?! moins de)|sans|ni|non|n'ont|hors",
    es: 'no(?! (?:menos|más) de)|sin|ni|fuera',
    ar: 'لم(?!(?: \\p{L}+){1,6} (?:سوى|الا))|لا(?! (?:تزال|يزال|يقل|يزيد|يتجاوز)|(?: \\p{L}+){1,3} (?:سوى|الا))|دون|غير|ليست|خارج',
  },
  never: { en: 'never', fr: 'jamais', es: 'nunca|jamás', ar: 'قط|ابدا' },
  inForce: {
    en: 'in force|bind\\p{L}*|bound',
    fr: 'en vigueur|lie|lient',
    es: 'en vigor|vincul\\p{L}+',
    ar: 'نافذة?|حيز النفاذ|سار\\p{L}*',
  },
  against: { en: 'against', fr: "contre|à l'encontre", es: 'contra', ar: 'ضد|بحق' },
  summonses: {
    en: 'summons(?:es)? to appear',
    fr: 'citations? à comparaître',
    es: 'órdenes de comparecencia',
    ar: '(?:اوامر|امر) (?:ال)?حضور',
  },
  stage: { en: 'stages?|phases?', fr: 'stade|phase|étape', es: 'fase|etapa', ar: 'مرحلة|قيد' },
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
    fr: 'retraits?|retir\\p{L}+|quitt\\p{L}+|départs?|sortir|sort\\p{L}*ent',
    es:
      'retiradas?|retiros?|retir\\p{L}+|abandonan?|abandonar\\p{L}*|salida|salir|abandonando|retirándose|' +
      'dejar\\p{L}*|dejan',
    ar: '[بو]?انسحاب\\p{L}{0,3}|الانسحاب|بالانسحاب|تنسحب|ستنسحب|مغادرة',
  },
  announced: {
    en:
      'announc\\p{L}+|told|inform\\p{L}*|notif\\p{L}+|notice|inten\\p{L}+|will|plan\\p{L}*|decided|pending|process|' +
      'submitted|filed|given|gave|' +
      'deposited|declared|way|under ?way|effect|leaving|withdrawing|quitting|exiting',
    fr:
      'annonc\\p{L}+|inform\\p{L}+|notifi\\p{L}+|intention|va|vont|décid\\p{L}+|en cours|attente|dépos\\p{L}+|déclar\\p{L}+|effet|encore|' +
      'train|quittent|retirent',
    es:
      'anunci\\p{L}+|declarad?\\p{L}*|inform\\p{L}+|notific\\p{L}+|intención|van|decidi\\p{L}+|pendientes?|curso|proceso|presenta\\p{L}+|' +
      'comunic\\p{L}+|efecto|aún|' +
      'abandonando|retirándose|abandonan|retiran',
    ar: 'اعلن\\p{L}*|اخطر\\p{L}*|ابلغ\\p{L}*|قررت|تعتزم|نيتها|نافذة?|بعد|قدمت|جارية?|معلقة?|تسر|طريقها|ستنسحب',
  },
  takenBack: {
    en: 'cancel\\p{L}*|revers\\p{L}+|revok\\p{L}+|rescind\\p{L}+|took effect|taken effect|left|withdrew',
    fr: 'annul\\p{L}+|révoqu\\p{L}+|renonc\\p{L}+|pris effet|prit effet|ont quitté|se sont retirés',
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
      'en paradero desconocido|(?:no|sin|nunca|jamás)(?: [^\\s.,]+){0,3} (?:detenid[oa]s|arrestad[oa]s|capturad[oa]s|entregad[oa]s)|' +
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
    ar: 'استدع\\p{L}+|(?:ب?ال)?حضور|للمثول|بالمثول',
  },
  acquitted: {
    en: 'acquit\\p{L}+|not guilty|innocent|cleared',
    fr: 'acquitt\\p{L}+|relaxée?s|non coupables?|innocent\\p{L}*',
    es: 'absuel\\p{L}+|absolv\\p{L}+|absolución|no culpables?|inocentes?',
    ar: 'غير مذنب\\p{L}*|برئ\\p{L}{0,2}|برات|تبرئ\\p{L}+|بالبراءة|البراءة|براءة',
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
      'contempt|obstruct\\p{L}+|article|charges?|counts?|of (?!an? (?:icc|public|arrest|warrant)|arrest|those|' +
      'people|persons|individuals|suspects|defendants|accused|men|war|' +
      'crimes|core|genocide|international|atroc|the most)\\p{L}+|' +
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
  /** Of countries, whose situation is meant. */
  underInvestigation: {
    en: '(?:being|under|are|were|fac\\p{L}+)(?: [^\\s.,]+){0,3} investigat(?:ed|ions?)|subject of(?: [^\\s.,]+){0,3} investigations?',
    fr: "(?:visée?s par|sous|font l'objet d|faisaient l'objet d)(?: [^\\s.,]+){0,2}[ '](?:1 )?enquêtes?",
    es:
      '(?:son|eran|están|estaban|siendo|bajo|objeto de|sometid[oa]s a)(?: [^\\s.,]+){0,2} investiga(?:d[oa]s|' +
      'ci\\p{L}+)|se investiga\\p{L}*',
    ar: '(?:تخضع|يخضع|قيد|محل|موضع)(?: [^\\s.,]+){0,3} (?:ل|ال|لل)?تحقيق\\p{L}{0,2}',
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
