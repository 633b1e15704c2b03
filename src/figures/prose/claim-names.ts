import type { Lang } from '../../config/langs.ts';
import { counted } from './counted-words.ts';

type Names = Readonly<Record<Lang, Readonly<Record<string, string>>>>;

const names: Names = {
  en: {
    court: "(?:(?:the )?(?:international criminal court|icc|court)(?:'s)?)",
    judges: '(?:(?:the )?(?:court|icc|judges|chambers?|trial chambers?)(?: in the hague)?)',
    prosecution: "(?:(?:the )?(?:court|icc|prosecutor|prosecution|office of the prosecutor|office)(?:'s office)?)",
    statute: '(?:(?:rome )?(?:statute|treaty)(?: of rome)?)',
    are: '(?:are|is|were|was|remain|remains|remained|have been|had been|has been)',
    still: '(?:still |now |currently |already |so far |then |at present |today |to date |thus far )?',
  },
  fr: {
    court: '(?:la cour pénale internationale|la cpi|la cour)',
    judges: '(?:la cour pénale internationale|la cpi|la cour|les juges|les chambres)',
    prosecution: '(?:la cour|la cpi|le procureur|le bureau(?: du procureur)?|les enquêteurs)',
    statute: '(?:statut(?: de rome)?|traité(?: de rome)?)',
    are: '(?:sont|est|étaient|était|restent|restaient|reste|demeurent|demeuraient|ont été|avaient été|a été|furent)',
    still:
      "(?:toujours |encore |actuellement |aujourd'hui |désormais |déjà |alors |à ce jour |à présent |maintenant )?",
  },
  es: {
    court: '(?:la corte penal internacional|la cpi|la corte)',
    judges: '(?:la corte penal internacional|la cpi|la corte|los jueces|las salas)',
    prosecution: '(?:la corte|la cpi|el fiscal|la fiscalía|la oficina del fiscal)',
    statute: '(?:estatuto(?: de roma)?|tratado(?: de roma)?)',
    are: '(?:son|es|están|está|estaban|estaba|eran|siguen|seguían|quedan|quedaban|permanecen|continúan|han sido|habían sido|fueron)',
    still: '(?:aún |todavía |actualmente |hoy |ya |entonces |ahora |hasta ahora |hasta la fecha )?',
  },
  ar: {
    court: '(?:المحكمة الجنائية الدولية|المحكمة)',
    judges: '(?:المحكمة الجنائية الدولية|المحكمة|القضاة)',
    prosecution: '(?:المحكمة الجنائية الدولية|المحكمة|(?:مكتب )?المدعي العام|المكتب)',
    statute: '(?:نظام روما(?: الاساسي)?|المعاهدة|النظام الاساسي)',
    are: '(?:كانت|كان|لا تزال|لا يزال|ما زال|ما زالت|هناك)',
    still: '(?:حاليا |الان |بعد |اليوم |حتى الان )?',
  },
};

/** What may stand before what is counted, and after it. */
const around: Names = {
  en: {
    beforeStates: '(?:other )?',
    afterStates: '(?: parties)?',
    beforeWarrants: "(?:of (?:its|the|these|those) |of the court's )?(?:public )?",
  },
  fr: { beforeStates: '(?:autres )?', afterStates: '(?: parties)?', afterWarrants: '(?: publics?)?' },
  es: { beforeStates: '(?:otros )?', afterStates: '(?: partes?)?', afterWarrants: '(?: públicas?)?' },
  ar: {},
};

function namesIn(lang: Lang): Names[Lang] {
  const { beforeStates = '', afterStates = '', beforeWarrants = '', afterWarrants = '' } = around[lang];
  return {
    ...names[lang],
    states: `(?:${beforeStates}(?:${counted.states[lang]})${afterStates})`,
    people: `(?:${counted.people[lang]})`,
    warrants: `(?:${beforeWarrants}(?:${counted.warrants[lang]})${afterWarrants})`,
  };
}

/** Names that a way of saying may use: `{states}`, `{court}`, …; of what is counted, the nouns of `counted-words.ts`. */
export const namesOfThings: Names = { en: namesIn('en'), fr: namesIn('fr'), es: namesIn('es'), ar: namesIn('ar') };
