import { Supporter } from '../test/support/supporter.ts';
import { until } from '../test/support/until.ts';
import type { Addressee } from './addressees.ts';
import type { Beside } from './versions-install.ts';

export const LANGS = ['en', 'fr', 'es', 'ar'] as const;
type Spoken = (typeof LANGS)[number];

/** Somebody who takes part by one process and goes on by another, and what did not go as it should. */
export interface Journey {
  readonly what: string;
  readonly email: string;
  readonly kind: 'letter' | 'joined';
  /** Copies of their letter that must have come in when all is over. */
  readonly copies: number;
  /** The secret page of it, once it is confirmed. */
  readonly status: string;
  readonly wrong: readonly string[];
}

export interface Ends {
  /** Where mail is taken at once, and where it is put off until it is let in. */
  readonly prompt: Addressee;
  readonly later: Addressee;
}

/**
 * All journeys of a pair: written by the first, gone on with by the second, and seen on both.
 * @param named how they are called in what is told
 */
export async function walkPair(first: Beside, second: Beside, ends: Ends, named: string): Promise<Journey[]> {
  const all = await Promise.all(
    LANGS.map(async (lang) => [
      await letter(first, second, lang, ends.prompt, `${named}, ${lang}: a letter`),
      await takenBack(first, second, lang, ends.later, `${named}, ${lang}: a letter taken back`),
      await joined(first, second, lang, `${named}, ${lang}: joining`),
    ]),
  );
  return all.flat();
}

/** Their mails leave: `.example` is reserved, and the product sends nothing there. */
function someone(at: Beside, lang: Spoken): Supporter {
  return new Supporter(at, { lang, email: `amina.${Math.random().toString(36).slice(2)}@people.trial.internal` });
}

/** A letter that is written, confirmed, and followed until it is said to be handed over. */
export async function letter(
  first: Beside,
  second: Beside,
  lang: Spoken,
  { id, state }: Addressee,
  what: string,
): Promise<Journey> {
  const writer = someone(first, lang);
  const begun = await writer.writesTo([id], { state });
  const { status, wrong } = await confirmed(first, second, writer, begun);
  return { what, email: writer.email, kind: 'letter', copies: 1, status, wrong };
}

/** Nothing of such a letter leaves: it is put off until it is taken back. */
async function takenBack(
  first: Beside,
  second: Beside,
  lang: Spoken,
  { id, state }: Addressee,
  what: string,
): Promise<Journey> {
  const writer = someone(first, lang);
  const begun = await writer.writesTo([id], { state });
  const { status, wrong } = await confirmed(first, second, writer, begun);
  const back = await new Supporter(first, { lang, email: writer.email }).posts(status, [['sure', '1']]);
  if (back.status !== 200) wrong.push(`taking it back was answered with ${back.status}`);
  return { what, email: writer.email, kind: 'letter', copies: 0, status, wrong };
}

async function joined(first: Beside, second: Beside, lang: Spoken, what: string): Promise<Journey> {
  const person = someone(first, lang);
  const fields = { state: 'KEN', name: 'Amina K.', email: person.email, kind: 'academia', organisation: '', news: '1' };
  const begun = await person.posts(`/${lang}${person.campaign}/join`, Object.entries(fields));
  const { status, wrong } = await confirmed(first, second, person, begun);
  return { what, email: person.email, kind: 'joined', copies: 0, status, wrong };
}

/** Taken by the first, confirmed by the second, and the page that both show of it. */
async function confirmed(
  first: Beside,
  second: Beside,
  { lang, email }: Supporter,
  begun: { readonly status: number; readonly url: string },
): Promise<{ readonly status: string; readonly wrong: string[] }> {
  const wrong: string[] = [];
  if (!begun.url.endsWith('/check-your-mail')) wrong.push(`the form was answered with ${begun.status} at ${begun.url}`);
  const goesOn = new Supporter(second, { lang, email });
  const link = wrong.length === 0 ? await goesOn.confirmationLink() : '';
  const page = link ? await goesOn.opens(link) : undefined;
  if (page?.status !== 200) wrong.push(`the page that asks to confirm was answered with ${page?.status}`);
  const after = link ? await goesOn.posts(link, []) : undefined;
  if (!after?.url.includes('/status/')) wrong.push(`confirming was answered with ${after?.status} at ${after?.url}`);
  const status = after?.url ?? '';
  for (const one of [first, second]) {
    const seen = await new Supporter(one, { lang, email }).opens(status);
    if (seen.status !== 200) wrong.push(`its page was answered with ${seen.status}`);
  }
  return { status, wrong };
}

/** What went wrong on the way. */
export function wrongOf(journeys: readonly Journey[]): string[] {
  return journeys.flatMap(({ what, wrong }) => wrong.map((one) => `${what}: ${one}`));
}

/** Whose letter came in another number of times than it should, once all that should come has come, or half a minute is over. */
export async function miscounted(journeys: readonly Journey[], copies: (email: string) => number): Promise<string[]> {
  const off = () => journeys.filter((one) => one.kind === 'letter' && copies(one.email) !== one.copies);
  await until('every letter came', () => off().length === 0, 30).catch(() => {});
  return off().map((one) => `${one.what}: ${copies(one.email)} instead of ${one.copies}`);
}
