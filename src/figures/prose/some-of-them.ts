import type { Lang } from '../../config/langs.ts';

/** What around a number of states says that some of them did something together: it is no count of all. Made even (see reading.ts). */
interface Some {
  readonly before: RegExp;
  readonly within: RegExp;
  readonly after: RegExp;
}

const AFTER_A_WORD = '[^.,;:!?\\n\\p{N}]{0,20}?(?<!\\p{L})';

const some: Readonly<Record<Lang, Some>> = {
  en: {
    before: new RegExp(
      '(?:referrals?|referred|requests?|requested|statements?|letters?|declarations?|proposals?|supported|backed|signed|' +
        'submitted|sent|group|coalition)(?: \\p{L}+){0,3} (?:by|from|of) $|(?<!\\p{L})(?:another|the other) $',
      'u',
    ),
    within: /\d (?:more|other|further)(?!\p{L})/u,
    after: new RegExp(
      `^${AFTER_A_WORD}(?:refer(?:red|s)?|request(?:ed|s)?|asked|called (?:for|on)|signed(?! up(?!\\p{L})| the (?:rome ` +
        ')?(?:statute|treaty))|issued|condemned|supported|proposed|nominated|submitted|sent|failed|refused|' +
        'arrested|welcomed|joined (?:in|the (?:referral|statement|declaration)))(?!\\p{L})',
      'u',
    ),
  },
  fr: {
    before: new RegExp(
      '(?:renvois?|déféré\\p{L}{0,2}|demandes?|lettres?|déclarations?|propositions?|soutenu\\p{L}{0,2}|signée?s?|' +
        'présenté\\p{L}{0,2}|groupe)(?: \\p{L}+){0,3} (?:par|de) $',
      'u',
    ),
    within: /(?<!\p{L})autres(?!\p{L})/u,
    after: new RegExp(
      `^${AFTER_A_WORD}(?:déf[eè]r\\p{L}+|déféré|demand\\p{L}+|appel(?:lent|aient|é)|signé(?! le (?:statut|` +
        'traité))|condamn\\p{L}+|soutien\\p{L}+|soutenu|propos\\p{L}+|refus\\p{L}+|arrêté|salué|envoyé)(?!\\p{L})',
      'u',
    ),
  },
  es: {
    before: new RegExp(
      '(?:remisi\\p{L}{1,4}|remitid\\p{L}{1,2}|solicitud(?:es)?|cartas?|declaraci\\p{L}{1,4}|propuestas?|apoyad\\p{L}{1,2}|' +
        'firmad\\p{L}{1,2}|grupo)(?: \\p{L}+){0,3} (?:por|de) $|(?<!\\p{L})otros $',
      'u',
    ),
    within: /(?<!\p{L})otros(?!\p{L})/u,
    after: new RegExp(
      `^${AFTER_A_WORD}(?:remit\\p{L}+|pid(?:en|ieron)|pedido|solicit\\p{L}+|firma(?:ron|` +
        'do)(?! el (?:estatuto|tratado))|conden\\p{L}+|apoy\\p{L}+|propus\\p{L}+|' +
        'propon\\p{L}+|neg\\p{L}+|rechaz\\p{L}+|enviaron)(?!\\p{L})',
      'u',
    ),
  },
  ar: {
    before: /(?:احالة|احالت|طلب|طلبت|رسالة|بيان|اعلان|اقتراح|ايدت|دعت|ادانت)(?: \p{L}+){0,3} ?(?:من )?$/u,
    within: /اخرى/u,
    after:
      /^ ?(?:اخرى|رسالة|بيانا|احالت|طلبت|دعت|ايدت|وقعت(?! (?:على )?(?:نظام|النظام|المعاهدة))|رفضت|ادانت|الحالة)(?!\p{L})/u,
  },
};

/** Whether a number of states, in a text made even, is of some that did something together. */
export function saysSome(lang: Lang, text: string, from: number, to: number): boolean {
  const { before, within, after } = some[lang];
  const head = text.slice(Math.max(0, from - 80), from);
  return before.test(head) || within.test(text.slice(from, to)) || after.test(text.slice(to, to + 80));
}
