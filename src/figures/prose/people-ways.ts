import type { Ways } from './ways.ts';

/** How many people are sought, summoned, convicted or acquitted, said beside number and noun. */
export const peopleWays = {
  'warrants-not-executed': {
    en: [
      '# {warrants}[^.;:,\\n\\p{N}]{0,40}?(?:unexecuted|outstanding|unserved|(?:not|never|yet|still|waiting|' +
        'await(?:s|ing)?|without)[^.;:,\\n\\p{N}]{0,20}?(?:executed|execution|carried out|served|enforced))',
      '(?:at large|on the run|still free) {are} {still}# {people}',
      '(?:outstanding|unexecuted|pending) {are} {still}# {warrants}',
      'fugitives (?:number|numbered) #',
      '# of (?:the |its )?(?:suspects|fugitives) {are} {still}(?:at large|on the run|free)',
      '# {warrants} {are} {still}(?:unserved|unenforced|to be executed|awaiting execution|unfulfilled)',
      '# {warrants} (?:still )?(?:await|awaited) (?:execution|enforcement)',
      '# {people} (?:continue to |continued to |still )?(?:evade|evaded|escape) (?:arrest|justice|{court})',
      '# {people} (?:have|had) {still}(?:not yet|yet to|not) (?:be |been )(?:arrested|surrendered|handed over)',
      '{court} (?:is|was) {still}(?:seeking|looking for|searching for) # {people}',
      '# {warrants} {are} {still}(?:outstanding|unexecuted|pending|not executed|open)',
      '# (?:outstanding|unexecuted|pending) {warrants}',
      'arrests? of # {people} {are} {still}pending',
      '# {people} {are} {still}(?:free|at large|on the run)',
    ],
    fr: [
      '# {warrants}[^.;:,\\n\\p{N}]{0,40}?(?:(?:pas|jamais|sans|non|attente|' +
        'attend\\p{L}*)[^.;:,\\n\\p{N}]{0,25}?exécut\\p{L}+|inexécutés?|en suspens)',
      'en fuite {are} {still}# {people}',
      '# des (?:suspects|personnes recherchées) {are} {still}(?:en fuite|en liberté)',
      '# {people} (?:recherchée?s|sous mandat|visée?s par (?:1|un|des) mandats?(?: ' +
        "d'arrêt)?)? ?(?:par {court} )?(?:{are} {still}(?:en fuite|en liberté|libres)|" +
        'échappent (?:toujours |encore )?à (?:{court}|la justice))',
      '# {people} {are} {still}(?:libres|introuvables)',
      '{court} recherche {still}# {people}',
      "# {people} (?:n'ont|n'avaient) {still}(?:pas (?:encore )?été|jamais été) arrêtée?s",
      "# {warrants} {are} {still}(?:en attente(?: d'exécution)?|en suspens|à exécuter)",
      '# {warrants} à exécuter',
    ],
    es: [
      '# {warrants}[^.;:,\\n\\p{N}]{0,40}?(?:(?:no|sin|esperan?|aguardan?|' +
        'pendientes?)[^.;:,\\n\\p{N}]{0,25}?(?:ejecu|cumpl)\\p{L}+|pendientes)',
      '# {people} (?:aún |todavía )?no (?:han|habían) sido (?:detenid|arrestad|capturad|entregad)[oa]s',
      '(?:quedan|quedaban|faltan|faltaban|hay) {still}# {warrants} (?:por|sin|pendientes de) (?:ejecutar|cumplir|ejecución)',
      '# {people} (?:buscad[oa]s|reclamad[oa]s|requerid[oa]s) por {court}',
      '# {people} (?:siguen|seguían|continúan|permanecen) {still}(?:libres|prófug[oa]s|en libertad|huid[oa]s|en paradero desconocido)',
      '# {people} (?:eluden|siguen eludiendo|escapan de|evaden) (?:la justicia|{court}|la detención)',
      '{court} busca {still}a # {people}',
      '# {warrants} (?:aún |todavía )?(?:por ejecutar|sin ejecutar)',
      '# {warrants} (?:por|pendientes de) ejecu(?:tar|ción)',
      '# {people} {are} {still}(?:prófug[oa]s|en libertad|huid[oa]s)',
    ],
    ar: [
      '# {warrants}[^.;:,\\n\\p{N}]{0,30}?(?:(?:لم|غير|دون|بلا|تنتظر|بانتظار)[^.;:,\\n' +
        '\\p{N}]{0,15}?(?:تنفذ|ينفذ|منفذ\\p{L}*|(?:ال)?تنفيذ\\p{L}*))',
      'لم يقبض {still}على # {people}',
      '(?:لا تزال|ما زالت) {court} (?:تبحث عن|تلاحق|تطلب) {still}# {people}',
      '# {people} (?:لا يزالون|ما زالوا) {still}(?:طلقاء|فارين|هاربين)',
      '# من (?:المشتبه بهم|المشتبه فيهم|المطلوبين) (?:طلقاء|فارون|هاربون)',
      '(?:لم ينفذ|لم تنفذ) {still}# {warrants}',
      '# {warrants} (?:لم (?:تنفذ|ينفذ)|غير منفذة|غير منفذا|دون تنفيذ|بلا تنفيذ|معلقة|تنتظر التنفيذ|قيد الانتظار)',
      '(?:{are} )?# {people} (?:مطلوبا |مطلوبين )?(?:ل{court} |للمحكمة(?: الجنائية ' +
        'الدولية)? )?{still}(?:طلقاء|طليقا|طليقين|فارين|فارا|هاربين)',
      '# {people} (?:تلاحقهم|تطلبهم|تبحث عنهم) {court}',
      '(?:تلاحق|تطلب|تبحث عن) {court} {still}# {people}',
      '# {people} لم يقبض عليهم',
    ],
  },
  'warrants-persons': {
    en: [
      '# {people} {are} {still}(?:publicly )?named in (?:public |publicly known )*{warrants}',
      '# {people} {are} {still}(?:the )?(?:subjects? of|named in|targets? of|under|' +
        'covered by|wanted under) (?:a |public |publicly known )*{warrants}',
      '{warrants} {are} {still}(?:issued|made public|out) (?:against|for) # {people}',
      '# {warrants} {are} {still}(?:made public|unsealed)',
      '{court} (?:has |had )?{still}issued # {warrants}',
      '{warrants} (?:against|for) # {people}',
    ],
    fr: [
      "{warrants} (?:{are} {still})?(?:lancés?|délivrés?|émis|décernés?|publics?)? ?(?:contre|visant|à l'encontre de) # {people}",
      '# {people} (?:{are} {still})?(?:visée?s|frappée?s|concernée?s) par (?:1|un|des) {warrants}',
      "# {people} (?:font|faisaient|ont fait) {still}l'objet d(?:e|'1|'un) {warrants}",
    ],
    es: [
      '{warrants} (?:dictadas |emitidas |públicas )?(?:contra|para) # {people}',
      '# {people} (?:{are} {still})?(?:objeto de|con|sujet[oa]s a) (?:1|una)? ?{warrants}',
    ],
    ar: [
      '{warrants} (?:معلنة |علنية )?(?:بحق|ضد|في حق) # {people}',
      '# {warrants} (?:معلنة|علنية|صادرة)',
      '# {people} صدرت (?:بحقهم|في حقهم|ضدهم) {warrants}',
      '(?:اعلن عن|صدر|صدرت) # {warrants}',
    ],
  },
  'convictions-core-standing': {
    en: [
      '# {people} {are} {still}(?:convicted|found guilty)(?! (?:of|for|on|in (?:the|that|this|his|her|' +
        'a|an|one) \\p{L}+|together|alongside|with|by (?!{court})|at (?:his|her)))',
      '{judges} (?:have |has |had )?{still}(?:convicted|found) # {people}(?: guilty)?',
      '# {people} (?:who )?(?:{are} )?{still}(?:convicted|found guilty) by {judges}',
      '# guilty verdicts',
      '# verdicts of guilty',
      '{court} (?:has |had )?convicted # {people}',
    ],
    fr: [
      '# {people} {are} {still}(?:condamnée?s|reconnue?s coupables|déclarée?s coupables|jugée?s coupables)(?! ' +
        "(?:de|d'|pour|à|aux?|en appel|dans (?:l'affaire|cette|le procès)|avec|par (?!{court})))",
      '{judges} (?:a |ont |avait |avaient )?{still}(?:condamné|reconnu coupables|déclaré coupables) # {people}',
      '# {people} {are} {still}(?:condamnée?s|reconnue?s coupables|déclarée?s coupables) par {judges}',
      '# (?:verdicts de culpabilité|déclarations de culpabilité|verdicts coupables)',
    ],
    es: [
      '# {people} {are} {still}(?:condenad[oa]s|declarad[oa]s culpables|hallad[oa]s culpables)(?! (?:de|del|a|' +
        'por (?!{court})|en (?:el caso|la causa|apelación|este|ese|esa|esta)|con|junto))',
      '{judges} (?:ha |han |había |habían )?{still}(?:condenado|condenó|condenaron|' +
        'declarado culpables|declaró culpables|declararon culpables) a # {people}',
      '# {people} {are} {still}(?:condenad[oa]s|declarad[oa]s culpables|hallad[oa]s culpables) por {judges}',
      '# (?:veredictos de culpabilidad|fallos condenatorios|sentencias condenatorias)',
      'se ha condenado a # {people}',
    ],
    ar: [
      '(?:ادان|ادانت) (?:قضاة )?{court} {still}# {people}',
      '# {people} (?:ادينوا|تمت ادانتهم|جرت ادانتهم)(?! ب)',
      '(?:ادانت|ادان) {judges} {still}# {people}',
      '(?:ادين|ادينت|تمت ادانة|جرت ادانة) # {people}(?: (?:امام|في|من) {court})?(?! ب)',
      '# (?:حكما|احكام|حكم) بال?ادانة',
      'حكم # بالادانة',
    ],
  },
  'acquittals-all': {
    en: [
      '# {people} {are} {still}(?:acquitted|found not guilty|cleared)(?! (?:of|for|on|in (?:the|that|this|' +
        'his|her|a|an|one) \\p{L}+|together|alongside|with|by (?!{court})|at (?:his|her)))',
      '# {people} {are} {still}(?:acquitted|found not guilty|cleared(?: of all charges)?) by {judges}',
      '{judges} (?:have |has |had )?{still}(?:acquitted|cleared) # {people}',
      '# (?:not guilty verdicts|verdicts of not guilty)',
      '{court} (?:has |had )?acquitted # {people}',
    ],
    fr: [
      "# {people} {are} {still}acquittée?s(?! (?:de|d'|pour|à|aux?|en appel|dans (?:l'affaire|cette|le procès)|avec|par (?!{court})))",
      '# {people} {are} {still}acquittée?s par {judges}',
      '{judges} (?:a |ont |avait |avaient )?{still}acquitté # {people}',
      "# (?:verdicts d'acquittement|jugements d'acquittement)",
    ],
    es: [
      '# {people} {are} {still}absuelt[oa]s(?! (?:de|del|a|por (?!{court})|en (?:el caso|la causa|apelación|este|ese|esa|esta)|con|junto))',
      '# {people} {are} {still}absuelt[oa]s por {judges}',
      '{judges} (?:ha |han |había |habían )?{still}(?:absuelto|absolvió|absolvieron) a # {people}',
      '# (?:sentencias absolutorias|fallos absolutorios|veredictos absolutorios)',
      'se ha absuelto a # {people}',
    ],
    ar: [
      '(?:برا|برات) (?:قضاة )?{court} {still}# {people}',
      '# {people} (?:برئوا|تمت تبرئتهم|جرت تبرئتهم)',
      '(?:برات|برا) {judges} {still}# {people}',
      '(?:برئ|برئت ساحة|تمت تبرئة|جرت تبرئة|براءة) # {people}(?: (?:امام|في|من) {court})?(?! من تهمة)',
      '# (?:حكما|احكام|حكم) بال?براءة',
      'حكم # بالبراءة',
    ],
  },
  summonses: {
    en: [
      '# {people} {are} {still}(?:summoned|summonsed)(?: to (?:appear|{court}|the hague))?(?: before {court})?',
      '{court} (?:has |had )?{still}summoned # {people}',
      'summons(?:es)? (?:{are} {still}(?:issued|sent) )?(?:for|to|against) # {people}',
    ],
    fr: [
      '# {people} {are} {still}(?:citée?s|convoquée?s) à comparaître',
      '{court} (?:a |avait )?{still}(?:cité|convoqué) # {people}(?: à comparaître)?',
      '# {people} {are} {still}citées? à comparaître',
    ],
    es: [
      '# {people} {are} {still}(?:citad[oa]s|convocad[oa]s|emplazad[oa]s) (?:a|para) comparecer',
      '{court} (?:ha |había )?{still}(?:citado|citó|convocado|convocó) a # {people}',
    ],
    ar: ['(?:استدعي|استدعت {court}) # {people}', 'استدعي # {people} للمثول امام {court}'],
  },
} satisfies Ways;
