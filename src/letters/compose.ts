import type { AskText } from '../campaigns/campaign-text.ts';
import type { Lang } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import { salutation, titleOf } from '../representatives/naming.ts';
import { nameState } from '../states/state-in-sentence.ts';
import type { State } from '../states/states.ts';

/** Places in a letter that are filled in later, in brackets that a writer can read. */
const places = ['salutation', 'role', 'why', 'name'] as const;
export type Place = (typeof places)[number];

export interface Words {
  readonly subject: string;
  readonly body: string;
}

export type Addressee = Pick<Representative, 'office' | 'role' | 'name'>;

/** How a place stands in a letter that is not finished, e.g. `[your name]`. */
export function placeholder(lang: Lang, place: Place): string {
  return `[${words(lang).t(`letters.place.${place}`)}]`;
}

/**
 * The prepared letter, for its writer to change: the chosen arguments in the writer's order, and places for what comes later. To one
 * addressee the form of address stands there already; for several it stays a place, filled in for each.
 */
export function prepareLetter(
  lang: Lang,
  ask: AskText,
  chosen: readonly string[],
  addressees: readonly Addressee[],
  state: Pick<State, 'iso2' | 'iso3'>,
): Words {
  const only = addressees.length === 1 ? addressees[0] : undefined;
  const paragraphs = [
    placeholder(lang, 'salutation'),
    nameState(lang, ask.opening, state).replaceAll('{role}', placeholder(lang, 'role')),
    ...chosen.flatMap((id) => ask.arguments.find((argument) => argument.id === id)?.text ?? []),
    placeholder(lang, 'why'),
    ask.closing,
    placeholder(lang, 'name'),
  ];
  const body = paragraphs.join('\n\n');
  if (!only) return { subject: ask.subject, body };
  const titled = titleOf(lang, only) === undefined ? withoutTitle(lang, body) : body;
  return { subject: ask.subject, body: fill(lang, titled, greetings(lang, only)) };
}

/**
 * A letter as one addressee gets it: every place filled in, the personal words where the writer left room, else before the end.
 * @param closing the paragraph with which the ask has its letters end
 */
export function finishLetter(
  lang: Lang,
  letter: Words,
  addressee: Addressee,
  writer: { name: string; why: string },
  closing = '',
): Words {
  const room = letter.body.includes(placeholder(lang, 'why')) || writer.why === '';
  const whole = room ? letter.body : withRoom(lang, letter.body, writer.name, closing);
  const titled = titleOf(lang, addressee) === undefined ? withoutTitle(lang, whole) : whole;
  const body = fill(lang, titled, { ...greetings(lang, addressee), ...writer })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { subject: letter.subject, body };
}

/** As long as how a letter takes its leave, and no longer: "Yours faithfully," or a name. */
const LEAVE = 40;

/** Leaves room for the personal words before the end, whatever was deleted: before closing, signature and the last short lines. */
function withRoom(lang: Lang, body: string, name: string, closing: string): string {
  const paragraphs = body.trim().split(/\n{2,}/);
  return paragraphs.toSpliced(endOf(lang, paragraphs, name, closing), 0, placeholder(lang, 'why')).join('\n\n');
}

/** At which paragraph a letter begins to end. */
function endOf(lang: Lang, paragraphs: readonly string[], name: string, closing: string): number {
  const [closes = ''] = closing.trim().split(/\n{2,}/);
  const closed = paragraphs.findLastIndex((one) => closes !== '' && one.trim() === closes);
  if (closed >= 0) return closed;
  const signs = (one: string) => one.includes(placeholder(lang, 'name')) || (name !== '' && one.trim() === name);
  const signed = paragraphs.findLastIndex(signs);
  let at = signed >= 0 ? signed : paragraphs.length;
  while (at > 1 && (paragraphs[at - 1] ?? '').length <= LEAVE) at -= 1;
  return at;
}

/** Says nothing of a title that is not known in the letter's language: "as [office]" goes whole. */
function withoutTitle(lang: Lang, body: string): string {
  const place = placeholder(lang, 'role');
  // Arabic asks had it in round brackets once, and those that somebody edited have it so still.
  const said = [place, `(${place})`].map((role) => words(lang).t('letters.place.titled', { role }));
  return said.reduce((rest, one) => rest.replaceAll(`${one},`, '').replaceAll(one, ''), body);
}

function greetings(lang: Lang, addressee: Addressee) {
  return { salutation: salutation(lang, addressee), role: titleOf(lang, addressee) ?? '' };
}

/** How often a place is filled: more than a letter needs, too little to blow one up. The personal words stand once. */
const most = (place: Place) => (place === 'why' ? 1 : 5);

/** Fills places in, all in one pass: what was filled in is not looked through again, and means only itself. */
function fill(lang: Lang, body: string, given: Partial<Readonly<Record<Place, string>>>): string {
  const { pattern, placeOf } = openIn(lang);
  const filled = { salutation: 0, role: 0, why: 0, name: 0 };
  return body.replace(pattern, (found) => {
    const place = placeOf.get(found);
    const value = place && given[place];
    if (!place || value === undefined) return found;
    filled[place] += 1;
    return filled[place] <= most(place) ? value : '';
  });
}

interface Open {
  readonly pattern: RegExp;
  readonly placeOf: ReadonlyMap<string, Place>;
}

const opened = new Map<Lang, Open>();

/** How places stand in a language. */
function openIn(lang: Lang): Open {
  const known = opened.get(lang);
  if (known) return known;
  const placeOf = new Map(places.map((place) => [placeholder(lang, place), place]));
  const pattern = new RegExp([...placeOf.keys()].map((place) => RegExp.escape(place)).join('|'), 'g');
  opened.set(lang, { pattern, placeOf });
  return { pattern, placeOf };
}
