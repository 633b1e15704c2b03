import type { Lang } from '../../config/langs.ts';

/** Words that may stand between a number and its noun. */
export const between: Readonly<Record<Lang, string>> = {
  en: 'public|publicly issued|known|of the|icc|court|new|full|so far|more|different|standing|final|other|core|current',
  fr: 'autres|nouveaux|nouvelles|seule?s?|des|premières?|premiers?|différents?|différentes',
  es: 'otros|otras|nuevos|nuevas|primeras|primeros|solas?|diferentes|de los|de las|sola',
  ar: 'من|فقط',
};

/** What a number is said to be of what there is. */
export type Bound = 'exactly' | 'more-than' | 'at-least' | 'fewer-than' | 'at-most' | 'about' | 'between';

/** What before a number makes it a bound. */
export const bounds: Readonly<Record<Lang, Readonly<Record<Exclude<Bound, 'exactly' | 'between'>, string>>>> = {
  en: {
    'more-than': '(?:slightly |just |well |far |a little )?(?:more than|over|above)|upwards? of|in excess of',
    'at-least': 'at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of',
    'fewer-than': '(?:slightly |just |a little )?(?:fewer than|less than|under|below)',
    'at-most': 'at (?:the )?most|up to|no more than|not more than|a maximum of',
    about: 'about|around|some|nearly|almost|roughly|approximately|close to|approx|circa|an estimated|just shy of',
  },
  fr: {
    'more-than': "(?:un peu |bien )?(?:plus de|plus d')|au delà de",
    'at-least': 'au moins|pas moins de|au minimum|à tout le moins',
    'fewer-than': "(?:un peu )?(?:moins de|moins d')",
    'at-most': "au plus|jusqu'à",
    about: 'environ|près de|quelque|presque|à peu près|autour de|approximativement|pas loin de',
  },
  es: {
    'more-than': '(?:algo |poco |bastante )?más de|por encima de',
    'at-least': 'al menos|por lo menos|no menos de|como mínimo|cuando menos',
    'fewer-than': '(?:algo |poco )?menos de|por debajo de',
    'at-most': 'como máximo|hasta|no más de|a lo sumo',
    about: 'unos|unas|cerca de|alrededor de|casi|aproximadamente|en torno a|cosa de',
  },
  ar: {
    'more-than': 'اكثر من|(?:ما )?يزيد (?:على|عن)|ما ينيف على|ما يربو على|ما يفوق',
    'at-least': 'على الاقل|(?:ما )?لا يقل عن',
    'fewer-than': 'اقل من|ما يقل عن',
    'at-most': 'على الاكثر|(?:ما )?لا يزيد (?:على|عن)|(?:ما )?لا يتجاوز',
    about: 'نحو|حوالي|قرابة|زهاء|ما يقارب|ما يناهز|ما يقرب من|تقريبا',
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
      /** Who brings the number of something to what it is. */
      readonly brings: string;
      readonly to: string;
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
    brings:
      '(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took|rais(?:es?|ing|ed)|increas(?:es?|ing|ed)|push(?:es|ing|ed))',
    to: 'to ',
    verb:
      '(?:is|are|was|were|stands at|stood at|has reached|had reached|reached|' +
      '(?:has |had )?(?:risen|rose|rises|grew|grows|grown|increased|fell|fallen|dropped|climbed|went up|gone up) (?:\\p{L}+ )?to|' +
      'came to|comes to|now stands at|lies|ranges|ranged|varies)',
    plural: '(?:number|numbered|total|totalled)',
    some: 'that|which|who|whose|present|voting|from|in|with|without',
  },
  fr: {
    before: "(?:le )?(?:nombre|total) (?:total |actuel )?(?:de |d'|des )",
    brings: '(?:port(?:e|é|ait|ant|er)|élev(?:é|ant|ait|er)|élève|ram(?:ène|ené|enant))',
    to: 'à ',
    verb:
      '(?:est de|était de|est (?:\\p{L}+ )?(?:passé|monté|tombé) à|(?:passe|passait|passera|monte|grimpe|' +
      "tombe) (?:\\p{L}+ )?à|atteint|a atteint|atteignait|s'élève à|s'élevait à|se monte à|est|" +
      '(?:est|était) compris|se situe|varie)',
    plural: '(?:sont|étaient) au nombre de',
    some: 'qui|que|dont|ayant|présents|votants|africains|avec|sans',
  },
  es: {
    before: '(?:el )?(?:número|total) (?:total |actual )?(?:de |de los |de las )',
    brings: '(?:elev(?:a|ó|ado|ando)|llev(?:a|ó|ado|ando)|aument(?:a|ó|ado|ando)|situ(?:a|ó|ando))',
    to: 'a ',
    verb:
      '(?:es de|era de|asciende a|ascendía a|ascendió a|llega a|llegó a|(?:sub|pas|aument|crec|baj)(?:ió|ó|e|a|í?aba) (?:\\p{L}+ )?a|' +
      'alcanza|alcanzó|se eleva a|es|(?:está|estaba)(?: comprendido)?|oscila|varía)',
    plural: '(?:son|eran|suman|sumaban|ascienden a|ascendían a)',
    some: 'que|cuyos|presentes|votantes|con|sin',
  },
  ar: {
    before: '(?:(?:عدد|مجموع|اجمالي) |العدد (?:الاجمالي|الكلي) لل?)',
    brings: '(?:[تي]?رفع|رفعت|[لي]{0,2}رتفع|ارتفع|ليصل|وصل|ليصبح|اصبح|زاد|انخفض|بلغ|ليبلغ)',
    to: '(?:الى )?',
    verb: '(?:هو|هي|بلغ|يبلغ|ليبلغ|[لي]{0,2}صل الى|وصل الى|(?:ل?ي)?رتفع الى|ارتفع الى|انخفض الى|اصبح|كان)',
    plural: '،? ?و?عددها',
    some: 'التي|الذين|الحاضرة|المصوتة|من',
  },
};
