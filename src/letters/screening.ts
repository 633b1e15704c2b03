import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskText } from '../campaigns/campaign-text.ts';
import { root } from '../config/root.ts';
import { type Lang, langs } from '../locales/langs.ts';
import type { Words } from './compose.ts';

/** Why a letter waits for a person's look before it leaves. */
export type Held = 'link' | 'threat' | 'unlike-campaign';

/** Three words in a row that a letter must have in common with the campaign's: about two sentences of it. */
const ENOUGH_IN_COMMON = 12;

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
function namesAddress(text: string): boolean {
  if (MARKED.test(text)) return true;
  return [...text.matchAll(DOTTED)].some(([, domain = '', path]) => path || isDomain(domain));
}

/** Small letters, or capitals throughout: one capital after a full stop begins a sentence. */
function isDomain(word: string): boolean {
  const small = word.toLowerCase();
  return domains.has(small) && (word === small || word === word.toUpperCase());
}

const threats = JSON.parse(readFileSync(join(root, 'content/letters/threats.json'), 'utf8')) as Readonly<
  Record<Lang, readonly string[]>
>;

const folded = langs.flatMap((lang) => threats[lang].map((threat) => ` ${wordsOf(threat).join(' ')} `));

/**
 * What only a person can judge, of the words of one letter; undefined where it may leave. Precision first: most personal letters pass.
 * @param beside what else of the writer's words the office will read: name and place
 */
export function screen(letter: Words, ask: AskText, beside: readonly string[] = []): Held | undefined {
  const text = [letter.subject, ...beside, letter.body].join('\n');
  if (namesAddress(asRead(text))) return 'link';
  const words = wordsOf(text);
  if (threatens(words)) return 'threat';
  return isLikeCampaign(words, ask) ? undefined : 'unlike-campaign';
}

/** As it looks: wide letters and the full stops of other scripts make addresses too (UTS 46, section 4). */
function asRead(text: string): string {
  return text.normalize('NFKC').replace(/[\u3002\uff61]/g, '.');
}

/** In any language: a letter may hold more than its own. */
function threatens(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return folded.some((threat) => text.includes(threat));
}

/** Whether enough runs of three words are among what the campaign offered for it. */
function isLikeCampaign(words: readonly string[], ask: AskText): boolean {
  const offered = offeredBy(ask);
  const common = new Set<string>();
  for (let at = 0; at + 2 < words.length && common.size < ENOUGH_IN_COMMON; at += 1) {
    const triple = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
    if (offered.has(triple)) common.add(triple);
  }
  return common.size >= ENOUGH_IN_COMMON;
}

const offers = new WeakMap<AskText, ReadonlySet<string>>();

function offeredBy(ask: AskText): ReadonlySet<string> {
  const known = offers.get(ask);
  if (known) return known;
  const made = new Set(
    [ask.opening, ask.closing, ...ask.arguments.map(({ text }) => text)].flatMap((text) => triples(wordsOf(text))),
  );
  offers.set(ask, made);
  return made;
}

function triples(words: readonly string[]): string[] {
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

/** The words of a text as they are compared: no case, no accents, no marks. The site's languages all set words apart. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
