import { type Lang, langs } from '../config/langs.ts';
import { type Key, words } from '../locales/words.ts';

/** Titles and bodies as sources call them, in any of our languages, and what they are in each. */
const titles = [
  'member',
  'senator',
  'councillor',
  'mayor',
  'deputy-mayor',
  'governor',
  'deputy-governor',
  'prime-minister',
  'minister',
  'deputy-minister',
  'speaker',
] as const;
const bodies = [
  'parliament',
  'national-assembly',
  'senate',
  'house-of-representatives',
  'chamber-of-deputies',
  'house-of-commons',
  'house-of-lords',
  'congress',
  'council',
  'city-council',
  'regional-council',
  'county-assembly',
  'government',
  'cabinet',
  'european-parliament',
] as const;
export type Title = (typeof titles)[number];
type Body = (typeof bodies)[number] | 'example';

/** All that something is called in one language; a body by the first of them. */
function calls(lang: Lang, key: Key): readonly string[] {
  return words(lang).t(key).split(' | ');
}

const titleCalls = (lang: Lang, title: Title) => calls(lang, `representatives.titles.${title}`);
const bodyCalls = (lang: Lang, body: Body) =>
  calls(lang, body === 'example' ? 'representatives.example.body' : `representatives.bodies.${body}`);

/** What it is that is called so, small; the first that is where several are. */
function byCall<Thing>(things: readonly Thing[], callsOf: (lang: Lang, thing: Thing) => readonly string[]) {
  const found = new Map<string, Thing>();
  for (const thing of things)
    for (const call of langs.flatMap((lang) => callsOf(lang, thing)))
      if (!found.has(call.toLowerCase())) found.set(call.toLowerCase(), thing);
  return found;
}

let knownTitles: ReadonlyMap<string, Title> | undefined;
let knownBodies: ReadonlyMap<string, Body> | undefined;

/** @returns undefined where it is known only as a source calls it */
export function titleCalled(role: string): Title | undefined {
  knownTitles ??= byCall(titles, titleCalls);
  return knownTitles.get(role.trim().toLowerCase());
}

function bodyCalled(body: string): Body | undefined {
  knownBodies ??= byCall<Body>([...bodies, 'example'], bodyCalls);
  return knownBodies.get(body.trim().toLowerCase());
}

/** A title in a language, open to whoever holds it. */
export function titleIn(lang: Lang, title: Title): string {
  return words(lang).t(`representatives.title.${title}`);
}

/** A body in a language, where it is one that many states have; a name of its own stays. */
export function bodyIn(lang: Lang, body: string): string {
  const known = bodyCalled(body);
  return known ? (bodyCalls(lang, known)[0] ?? body) : body;
}

const ofBody: Readonly<Partial<Record<Body, Title>>> = {
  senate: 'senator',
  council: 'councillor',
  'city-council': 'councillor',
  'regional-council': 'councillor',
  'county-assembly': 'councillor',
};

/** What somebody is of whom a source says only in which body they sit. */
export function titleOfSeat(body: string | null | undefined): Title {
  const known = body ? bodyCalled(body) : undefined;
  return (known && ofBody[known]) ?? 'member';
}

/**
 * What sources may call, small, that which a word stands for in a language: "maire" finds mayors too.
 * @param folded without accents, small
 */
export function calledAlike(lang: Lang, folded: string, fold: (text: string) => string): string[] {
  const means = (all: readonly string[]) => all.some((call) => fold(call).includes(folded));
  const ofTitles = titles.filter((title) => means([titleIn(lang, title), ...titleCalls(lang, title)]));
  const ofBodies = bodies.filter((body) => means(bodyCalls(lang, body)));
  const all = langs.flatMap((one) => [
    ...ofTitles.flatMap((title) => titleCalls(one, title)),
    ...ofBodies.flatMap((body) => bodyCalls(one, body)),
  ]);
  return all.map((call) => call.toLowerCase());
}
