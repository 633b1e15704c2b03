import type { AskText } from '../campaigns/campaign-text.ts';
import type { Lang } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import { roleOf, salutation } from '../representatives/naming.ts';

/** Places in a letter that are filled in later, in brackets that a writer can read. */
const places = ['salutation', 'role', 'why', 'name'] as const;
type Place = (typeof places)[number];

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
  state: string,
): Words {
  const only = addressees.length === 1 ? addressees[0] : undefined;
  const paragraphs = [
    placeholder(lang, 'salutation'),
    ask.opening.replaceAll('{role}', placeholder(lang, 'role')).replaceAll('{state}', state),
    ...chosen.flatMap((id) => ask.arguments.find((argument) => argument.id === id)?.text ?? []),
    placeholder(lang, 'why'),
    ask.closing,
    placeholder(lang, 'name'),
  ];
  const body = paragraphs.join('\n\n');
  return { subject: ask.subject, body: only ? fill(lang, body, greetings(lang, only)) : body };
}

/** A letter as one addressee gets it: every place filled in, the personal words where the writer left room, or before the end. */
export function finishLetter(
  lang: Lang,
  letter: Words,
  addressee: Addressee,
  writer: { name: string; why: string },
): Words {
  const room = letter.body.includes(placeholder(lang, 'why')) || writer.why === '';
  const whole = room ? letter.body : `${letter.body}\n\n${placeholder(lang, 'why')}`;
  const body = fill(lang, whole, { ...greetings(lang, addressee), ...writer })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { subject: letter.subject, body };
}

function greetings(lang: Lang, addressee: Addressee) {
  return { salutation: salutation(lang, addressee), role: roleOf(lang, addressee) };
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
