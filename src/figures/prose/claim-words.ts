import type { Lang } from '../../config/langs.ts';

/** Words that may stand between a number and its noun. */
export const between: Readonly<Record<Lang, string>> = {
  en: 'public|publicly issued|known|of the|icc|court|new|full|so far|more|different|standing|final|other|core|current',
  fr: 'autres|nouveaux|nouvelles|seule?s?|des|premières?|premiers?|différents?|différentes',
  es: 'otros|otras|nuevos|nuevas|primeras|primeros|solas?|diferentes|de los|de las|sola',
  ar: 'من|فقط',
};

/** What before a number makes it a bound. */
export const bounds: Readonly<
  Record<Lang, Readonly<Record<'more-than' | 'at-least' | 'fewer-than' | 'at-most' | 'about', string>>>
> = {
  en: {
    'more-than': 'more than|over|above',
    'at-least': 'at least|no fewer than',
    'fewer-than': 'fewer than|less than|under',
    'at-most': 'at most|up to',
    about: 'about|around|some|nearly|almost|roughly',
  },
  fr: {
    'more-than': "plus de|plus d'",
    'at-least': 'au moins',
    'fewer-than': 'moins de',
    'at-most': "au plus|jusqu'à",
    about: 'environ|près de|quelque|presque',
  },
  es: {
    'more-than': 'más de',
    'at-least': 'al menos|por lo menos',
    'fewer-than': 'menos de',
    'at-most': 'como máximo|hasta',
    about: 'unos|unas|cerca de|alrededor de|casi|aproximadamente',
  },
  ar: {
    'more-than': 'اكثر من|ما يزيد على|ما يزيد عن',
    'at-least': 'على الاقل|ما لا يقل عن',
    'fewer-than': 'اقل من',
    'at-most': 'على الاكثر',
    about: 'نحو|حوالي|قرابة|زهاء',
  },
};

/** What after a noun says that somebody else's are meant, or only some of them. */
export const elsewhere: Readonly<Record<Lang, string>> = {
  en:
    'national|domestic|police|in national courts|for (?:theft|fraud|drugs|speeding)|' +
    'took the floor|took part|spoke|voted|attended|abstained|present and voting',
  fr:
    'national|nationale|nationaux|police|pour (?:vol|fraude)|ont (?:pris la parole|voté|' +
    'participé|assisté)|prirent la parole|votèrent|présents et votants',
  es:
    'nacional|nacionales|policía|por (?:robo|fraude)|tomaron la palabra|votaron|' +
    'participaron|asistieron|se abstuvieron|presentes y votantes',
  ar: 'وطنية|الوطنية|محلية|الشرطة|للشرطة|الكلمة|صوتت|شاركت|حضرت|امتنعت',
};

/** How two numbers say a range: what stands before the first and between them. */
export const ranges: Readonly<Record<Lang, readonly (readonly [before: string, between: string])[]>> = {
  en: [
    ['between ', ' (?:and|&) '],
    ['(?:from )?', ' (?:(?:up )?to|through) '],
    ['', ' ?[–—] ?'],
  ],
  fr: [
    ['entre ', ' et '],
    ['(?:de )?', " (?:à|jusqu'à) "],
    ['', ' ?[–—] ?'],
  ],
  es: [
    ['entre ', ' y '],
    ['(?:de )?', ' (?:a|hasta) '],
    ['', ' ?[–—] ?'],
  ],
  ar: [
    ['(?:ما )?بين ', ' ?و ?'],
    ['من ', ' الى '],
    ['', ' ?[–—] ?'],
  ],
};

/** How a sentence that names the noun first comes to its number; what is about the noun may stand in between, without a number. */
export const afterNoun: Readonly<
  Record<
    Lang,
    {
      readonly before: string;
      readonly verb: string;
      /** Where the noun itself is many: "acquittals number four". */
      readonly plural: string;
      /** Words that make of all of them some. */
      readonly some: string;
    }
  >
> = {
  en: {
    before: '(?:the )?(?:total |current )?(?:number|total|count) of (?:the )?',
    verb:
      '(?:is|are|was|were|stands at|stood at|has reached|had reached|reached|' +
      'has risen to|rose to|grew to|came to|comes to|now stands at|lies|ranges|ranged|varies)',
    plural: '(?:number|numbered|total|totalled)',
    some: 'that|which|who|whose|present|voting|from|in|with|without',
  },
  fr: {
    before: "(?:le )?(?:nombre|total) (?:total |actuel )?(?:de |d'|des )",
    verb:
      "(?:est de|était de|est (?:\\p{L}+ )?passé à|atteint|a atteint|atteignait|s'élève à|s'élevait à|se monte à|est|" +
      '(?:est|était) compris|se situe|varie)',
    plural: '(?:sont|étaient) au nombre de',
    some: 'qui|que|dont|ayant|présents|votants|africains|avec|sans',
  },
  es: {
    before: '(?:el )?(?:número|total) (?:total |actual )?(?:de |de los |de las )',
    verb:
      '(?:es de|era de|asciende a|ascendía a|ascendió a|llega a|llegó a|(?:subió|pasó|aumentó|creció) (?:entonces )?a|' +
      'alcanza|alcanzó|se eleva a|es|(?:está|estaba)(?: comprendido)?|oscila|varía)',
    plural: '(?:son|eran|suman|sumaban|ascienden a|ascendían a)',
    some: 'que|cuyos|presentes|votantes|con|sin',
  },
  ar: {
    before: '(?:عدد|مجموع|اجمالي) ',
    verb: '(?:هو|هي|بلغ|يبلغ|وصل الى|يصل الى|ارتفع الى|اصبح|كان)',
    plural: '،? ?و?عددها',
    some: 'التي|الذين|الحاضرة|المصوتة|من',
  },
};
