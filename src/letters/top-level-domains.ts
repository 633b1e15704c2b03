import tlds from 'tlds' with { type: 'json' };

const listed = (text: string) => text.trim().split(/\s+/);

/** Those that are no word, so that even “Evil.Com” is no sentence without a blank. */
const PLAIN = 'com net org info biz io edu gov int xyz app dev online website'.split(' ');

/** Words of two letters, titles and abbreviations in English, French and Spanish. */
const SHORT_WORDS = listed(`
  ad ai al am as at au be by ca ci cm co cv de di do es et eu gr id il im in ir is it je kg km la lu ma me mg mm mr ms my na ne ni
  no nu om pa pm pr re sa se si so sr st su to tv us va ve vu ye`);

/**
 * Longer words that may well begin a sentence, or stand for one, in English, French and Spanish, and names of countries and things in
 * Arabic.
 */
const WORDS = listed(`
  able abogado actor adult africa agency ally arab archi army art arte asia associates author auto baby band bank bar barcelona
  baseball beauty beer berlin best bet bible bid bike bio black blue boats book boston boutique box broker brother brussels build
  business buy call cam camera camp capital car care career cars casa case cash catholic center charity chat cheap christmas
  church city claims coach coffee college community company compare computer contact cool corsica country courses credit cruise
  dad dance data date day deal dealer deals degree delivery democrat design diet digital direct directory discount discover doctor
  dog download earth eat education email energy engineer equipment estate events exchange expert exposed fail faith family fan
  fans farm farmers fashion fast feedback film final finance financial fire fish fit flights fly food football forum foundation
  fox free frontier fund furniture game games garden gap gay gift gifts gives giving glass global gold good got graphics gratis
  green group guide hair health help here homes horse hospital hot hotel hotels house how ice immo inc industries ink institute
  insurance insure international irish ist jobs joy juegos kids kitchen land latino law lawyer lease legal life lighting like
  limited living llc loan loans london love ltd ltda luxury madrid maison man management map market marketing markets med media
  meet memorial men menu miami mil mint mobile moda moi mom money moscow movie museum music name navy network new next ngo now
  observer office one ong open orange organic origins paris pars partners parts party pay pet phd phone photo photos pics pictures
  pin pink place play plus politie porn post press prime pro prod productions prof progressive promo properties property
  protection pub quebec quest racing radio read red rehab rent repair report republican rest restaurant review reviews rich rio
  room run safe safety sale salon sarl sas save school science scot search seat secure security seek select services seven sex
  shopping show silk singles ski skin sky smart smile social solar solutions song soy sport spot storage stream studio study style
  supplies supply support surgery swiss sydney systems talk target tax taxi team technology theater tickets tienda tips tires
  today tokyo tools total tours town toys trade trading training travel trust tube university uno vacations vana vegas ventures
  vet viajes video villas vin vision viva vivo vote voting voto voyage wales watch watches weather wedding win wine winners work
  works world wow you zero zone عرب شبكة موقع بازار مصر تونس المغرب قطر سودان عراق عمان فلسطين سورية السعودية الجزائر البحرين
  الاردن امارات موريتانيا مليسيا`);

/** Names of people that are domains too. */
const NAMES = listed(`
  abbott ba cipriani dupont ferrero ford gallup george honda hughes kim li lincoln ly mo ng philips rogers schmidt schwarz sener
  sy toray walter wang weir`);

/** Words that can be a whole sentence: as a domain they are known only by what stands around them. */
const SENTENCES = 'de la no si'.split(' ');

const known = new Set([...tlds, 'onion'].map((domain) => domain.normalize('NFKC')));
const plain = new Set(PLAIN);
const words = new Set([...SHORT_WORDS, ...WORDS]);
const sentences = new Set(SENTENCES);
const names = new Set(NAMES);

/** How sure it is that a word after a full stop is a top-level domain of the Internet (IANA's list), not the next sentence. */
export type Likeness = 'plain' | 'domain' | 'country' | 'name' | 'word' | 'sentence';

/** @param word in small letters, NFKC @returns undefined for what is no top-level domain at all */
export function likenessOf(word: string): Likeness | undefined {
  if (!known.has(word)) return undefined;
  if (plain.has(word)) return 'plain';
  if (sentences.has(word)) return 'sentence';
  if (words.has(word)) return 'word';
  if (names.has(word)) return 'name';
  return word.length === 2 ? 'country' : 'domain';
}
