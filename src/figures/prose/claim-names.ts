import type { Lang } from '../../config/langs.ts';

/** Names that a way of saying may use: `{states}`, `{court}`, … */
export const named: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: {
    states: '(?:(?:other )?(?:states|countries|nations|governments)(?: parties)?)',
    people: '(?:people|persons|individuals|suspects|defendants|accused(?: persons)?|men|fugitives|leaders|commanders)',
    court: "(?:(?:the )?(?:international criminal court|icc|court)(?:'s)?)",
    judges: '(?:(?:the )?(?:court|icc|judges|chambers?|trial chambers?)(?: in the hague)?)',
    prosecution: "(?:(?:the )?(?:court|icc|prosecutor|prosecution|office of the prosecutor|office)(?:'s office)?)",
    statute: '(?:(?:rome )?(?:statute|treaty)(?: of rome)?)',
    warrants:
      "(?:(?:of (?:its|the|these|those) |of the court's )?(?:public )?(?:arrest warrants?|warrants? of arrest|warrants?))",
    are: '(?:are|is|were|was|remain|remains|remained|have been|had been|has been)',
    still: '(?:still |now |currently |already |so far |then |at present |today |to date |thus far )?',
  },
  fr: {
    states: '(?:(?:autres )?(?:états|pays|nations|gouvernements)(?: parties)?)',
    people: '(?:personnes|suspects|accusés|individus|hommes|fugitifs|dirigeants|prévenus)',
    court: '(?:la cour pénale internationale|la cpi|la cour)',
    judges: '(?:la cour pénale internationale|la cpi|la cour|les juges|les chambres)',
    prosecution: '(?:la cour|la cpi|le procureur|le bureau(?: du procureur)?|les enquêteurs)',
    statute: '(?:statut(?: de rome)?|traité(?: de rome)?)',
    warrants: "(?:mandats? d'arrêt(?: publics?)?|mandats?)",
    are: '(?:sont|est|étaient|était|restent|restaient|reste|demeurent|demeuraient|ont été|avaient été|a été|furent)',
    still:
      "(?:toujours |encore |actuellement |aujourd'hui |désormais |déjà |alors |à ce jour |à présent |maintenant )?",
  },
  es: {
    states: '(?:(?:otros )?(?:estados|países|naciones|gobiernos)(?: partes?)?)',
    people: '(?:personas|sospechosos|acusados|individuos|hombres|prófugos|fugitivos|dirigentes)',
    court: '(?:la corte penal internacional|la cpi|la corte)',
    judges: '(?:la corte penal internacional|la cpi|la corte|los jueces|las salas)',
    prosecution: '(?:la corte|la cpi|el fiscal|la fiscalía|la oficina del fiscal)',
    statute: '(?:estatuto(?: de roma)?|tratado(?: de roma)?)',
    warrants: '(?:(?:órdenes|orden) de (?:detención|arresto|captura)(?: públicas?)?|órdenes)',
    are: '(?:son|es|están|está|estaban|estaba|eran|siguen|seguían|quedan|quedaban|permanecen|continúan|han sido|habían sido|fueron)',
    still: '(?:aún |todavía |actualmente |hoy |ya |entonces |ahora |hasta ahora |hasta la fecha )?',
  },
  ar: {
    states: '(?:دولة|دول|بلدا|بلدان|بلد)',
    people: '(?:شخصا|شخص|اشخاص|متهمين|متهما|متهم|مشتبها? (?:فيهم|فيه|بهم|به)|هاربا|هاربين|مطلوبا|مطلوبين|رجلا|رجال)',
    court: '(?:المحكمة الجنائية الدولية|المحكمة)',
    judges: '(?:المحكمة الجنائية الدولية|المحكمة|القضاة)',
    prosecution: '(?:المحكمة الجنائية الدولية|المحكمة|(?:مكتب )?المدعي العام|المكتب)',
    statute: '(?:نظام روما(?: الاساسي)?|المعاهدة|النظام الاساسي)',
    warrants:
      '(?:امر(?:ا)? (?:بال)?(?:قبض|توقيف|اعتقال)|اوامر (?:ال|بال)?(?:قبض|توقيف|اعتقال)|مذكر(?:ة|ات) (?:ال)?(?:توقيف|اعتقال|قبض))',
    are: '(?:كانت|كان|لا تزال|لا يزال|ما زال|ما زالت|هناك)',
    still: '(?:حاليا |الان |بعد |اليوم |حتى الان )?',
  },
};
