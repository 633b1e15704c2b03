import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { treatyRecordOf } from '../states/states-record.ts';
import type { Day } from '../text/partial-day.ts';
import { asksOn } from './ask-of-the-day.ts';
import type { ChosenRules } from './ask-rules.ts';
import type { RuledAsk } from './ask-rules-queries.ts';
import type { Ask } from './campaign.ts';
import type { AskText } from './campaign-text.ts';
import { inPlace } from './change-ask.ts';

/** Codes of states, as they are now and as they would be. */
export interface BeforeAndAfter {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What other rules of an ask do. */
export interface RuledStates {
  /** Of which it is asked. */
  readonly applies: BeforeAndAfter;
  /** Those to which a letter makes it first. */
  readonly leads: BeforeAndAfter;
  /** Other asks whose letters become more or fewer. */
  readonly others: readonly { readonly id: string; readonly before: number; readonly after: number }[];
}

interface Rules extends ChosenRules {
  readonly plainForMonths: number;
  readonly lang: Lang;
  readonly on: Day;
}

/** Works it out as the site does, with what readers see of the others; nothing is written. */
export async function ruledStates(
  queries: Queries,
  asks: readonly RuledAsk[],
  one: RuledAsk,
  { rules, place, plainForMonths, lang, on }: Rules,
): Promise<RuledStates> {
  const record = await treatyRecordOf(queries);
  const made = asks.filter((ask) => ask === one || (ask.published && !ask.barred));
  const order = inPlace(asks, one, place);
  const then = made
    .map((ask) => (ask === one ? { ...ask, rules } : ask))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const byState = (all: readonly RuledAsk[]) => {
    const asking = { asks: all.map((ask) => askIn(lang, ask)), lang, plainForMonths };
    return [...record.states.keys()].map((iso3) => ({ iso3, of: asksOn(record, asking, iso3, on) }));
  };
  const [was, is] = [byState(made), byState(then)];
  const applying = (all: typeof was) =>
    all.filter(({ of }) => of && [of.leading, ...of.rest].some(({ ask }) => ask.id === one.id));
  const led = (all: typeof was, id: string) => all.filter(({ of }) => of?.leading.ask.id === id);
  const codes = (all: typeof was) => all.map(({ iso3 }) => iso3);
  const others = made.filter((ask) => ask !== one);
  return {
    applies: { before: codes(applying(was)), after: codes(applying(is)) },
    leads: { before: codes(led(was, one.id)), after: codes(led(is, one.id)) },
    others: others
      .map(({ id }) => ({ id, before: led(was, id).length, after: led(is, id).length }))
      .filter(({ before, after }) => before !== after),
  };
}

/** In words of the language, else of another: whether it has conditional ones is the same in all. */
function askIn(lang: Lang, { id, slug, rules, texts }: RuledAsk): Ask {
  const text = (texts.find((one) => one.lang === lang) ?? texts[0])?.text ?? ({} as AskText);
  const { aim, when: condition, office, defaults } = rules;
  return { id, slug, aim, condition, office, defaults, text };
}
