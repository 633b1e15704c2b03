import { findAction } from '../../actions/action.ts';
import { everyCampaign } from '../../campaigns/campaigns.ts';
import type { App } from '../../http/app.ts';
import { representativesByIds } from '../../representatives/find-representatives.ts';
import { salutation, titleOf } from '../../representatives/naming.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { nameState } from '../../states/state-in-sentence.ts';
import { stateOf } from '../../states/states.ts';
import { today } from '../../text/partial-day.ts';
import type { Addressee } from '../compose.ts';
import { type LetterText, readableText } from '../letter-text.ts';
import { isPlainName, wordsOf } from '../screening.ts';
import { type HeldRow, selectBeside } from './held-queries.ts';

/** So many letters beside one are opened, and so many of these looked at more closely. */
const MOST_OPENED = 300;
const MOST_ALIKE = 50;

/** What stands in a letter without being its writer's own words, and is shown beside it wherever it may differ. */
export interface Known {
  readonly name: string;
  readonly addressee: Addressee | undefined;
  /** Paragraphs that the campaign offers. */
  readonly offered: ReadonlySet<string>;
}

/**
 * What two letters have to share to be decided together: all words that are neither the campaign's nor say who writes and to whom. A
 * name that would itself have a letter be held is among them, so that nothing leaves unseen behind another letter.
 */
export function ownWords({ lang, subject, body }: LetterText, { name, addressee, offered }: Known): string {
  const said = addressee ? [salutation(lang, addressee), titleOf(lang, addressee) ?? ''] : [];
  const apart = [...said, isPlainName(name) ? name : ''].filter((one) => one !== '');
  const own = apart.reduce((rest, one) => rest.replaceAll(one, ' '), body);
  const paragraphs = own.split(/\n{2,}/).map(comparable);
  return [comparable(subject), ...paragraphs].filter((one) => one !== '' && !offered.has(one)).join('\n');
}

function comparable(text: string): string {
  return wordsOf(text).join(' ');
}

/** Another letter with the same words, by what may differ. */
export interface SameLetter {
  readonly row: HeldRow;
  readonly name: string;
  readonly locality: string | undefined;
}

type Reading = Pick<App, 'database' | 'settings'> & Opening;

interface Read extends SameLetter {
  readonly own: string;
}

/**
 * The held letters whose own words are those of this one. Found by opening them: nothing that would tell that two people wrote the same
 * is stored.
 */
export async function lettersWithSameWords(app: Reading, letter: HeldRow): Promise<readonly SameLetter[]> {
  const text = readableText(app, letter);
  const offers = await offersOf(app, letter);
  if (!text || !offers) return [];
  const beside = await selectBeside(app.database, letter, MOST_OPENED);
  const near = nearestTo(app, text, beside).slice(0, MOST_ALIKE);
  const [own, ...others] = await Promise.all([letter, ...near].map((row) => readOne(app, row, offers)));
  return own ? others.filter((one) => one?.own === own.own).flatMap((one) => one ?? []) : [];
}

/** Letters in the same language, those first that share most paragraphs. */
function nearestTo(app: Opening, text: LetterText, rows: readonly HeldRow[]): readonly HeldRow[] {
  const paragraphs = new Set(paragraphsOf(text));
  return rows
    .flatMap((row) => {
      const other = readableText(app, row);
      if (other?.lang !== text.lang) return [];
      return { row, shared: paragraphsOf(other).filter((one) => paragraphs.has(one)).length };
    })
    .sort((a, b) => b.shared - a.shared)
    .map(({ row }) => row);
}

function paragraphsOf({ body }: LetterText): string[] {
  return body.split(/\n{2,}/).map(comparable);
}

/** What a campaign offers for a letter to a state. */
type Offers = (country: string) => Promise<ReadonlySet<string>>;

async function offersOf(app: Reading, { campaign_id, ask_id, lang }: HeldRow): Promise<Offers | undefined> {
  const campaign = (await everyCampaign(app.database, lang)).find(({ id }) => id === campaign_id);
  const ask = campaign?.asks.find(({ id }) => id === ask_id)?.text;
  if (!ask) return undefined;
  const offered = [ask.subject, ask.closing, ...ask.arguments.map(({ text }) => text)];
  return async (country) => {
    const state = await stateOf(app.database, country);
    const opening = state ? nameState(lang, ask.opening, state).replaceAll('{role}', ' ') : ask.opening;
    return new Set([...offered, opening].map(comparable));
  };
}

async function readOne(app: Reading, row: HeldRow, offers: Offers): Promise<Read | undefined> {
  const day = today(app.settings.TIME_ZONE);
  const [action, [addressee], offered] = await Promise.all([
    findAction(app, row.supporter_key, row.action_id),
    representativesByIds(app.database, [row.representative_id], row.country, day),
    offers(row.country),
  ]);
  const text = readableText(app, row);
  if (!action?.details || !text) return undefined;
  const { name, locality } = action.details;
  return { row, name, locality, own: ownWords(text, { name, addressee, offered }) };
}
