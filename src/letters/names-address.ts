/** Generic top-level domains that links in letters mostly have, and those of countries (ISO 3166), without those that are words in our languages. */
const GENERIC =
  'com org net info biz io site online xyz app dev link click cloud page blog shop store tech website space fun live club vip top icu africa'.split(
    ' ',
  );
const WORDS = 'ai am an as at be by de do es et in is it la ma me my ne no pa sa se si so su to tu us va ya'.split(' ');
const COUNTRIES =
  'ac ad ae af ag al ao ar au aw ax az ba bb bd bf bg bh bi bj bm bn bo br bs bt bw bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz dj dk dm dz ec ee eg er eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il im io iq ir je jm jo jp ke kg kh ki km kn kp kr kw ky kz lb lc li lk lr ls lt lu lv ly mc md mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx mz na nc nf ng ni nl np nr nu nz om pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sb sc sd sg sh sk sl sm sn sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn tr tt tv tw tz ua ug uk uy uz vc ve vg vi vn vu wf ws ye yt za zm zw'.split(
    ' ',
  );
const domains = new Set([...GENERIC, ...COUNTRIES.filter((code) => !WORDS.includes(code))]);
const MARKED = /https?:|www\.|<[a-z/!]|[^\s@]@[^\s@]+\./i;
const DOTTED = /[a-z0-9-]\.([a-z]{2,24})(?![a-z0-9])(\/?)/gi;

/** Whether a text names an address of a site or a mailbox. A path makes any domain one. */
export function namesAddress(text: string): boolean {
  const read = asRead(text);
  return (
    MARKED.test(read) || [...read.matchAll(DOTTED)].some(([, domain = '', path]) => path !== '' || isDomain(domain))
  );
}

/** Small letters, or capitals throughout: one capital after a full stop begins a sentence. */
function isDomain(word: string): boolean {
  const small = word.toLowerCase();
  return domains.has(small) && (word === small || word === word.toUpperCase());
}

/** As it looks: wide letters and the full stops of other scripts make addresses too (UTS 46, section 4). */
function asRead(text: string): string {
  return text.normalize('NFKC').replace(/[\u3002\uff61]/g, '.');
}
