import { type Day, firstDay, isPartialDay } from '../text/partial-day.ts';
import { type Case, type Docket, type Event, knownBy, type Situation, type SummarySentence } from './docket.ts';
import { summaryTokens } from './summary-words.ts';

/** What happened, as far as a day knew it. */
export interface Summary {
  readonly sentences: readonly SummarySentence[];
  /** What the sentences rest on, each once, in their order. */
  readonly events: readonly Event[];
}

/** What happened in a case, to whom and where: the sentences that rest on nothing that became known after a day. */
export function caseSummary(docket: Docket, of: Case, on: Day): Summary {
  return knownOf(docket, docket.summaries.cases.get(of.slug) ?? [], on);
}

/** The same of a situation as a whole. */
export function situationSummary(docket: Docket, { slug }: Situation, on: Day): Summary {
  return knownOf(docket, docket.summaries.situations.get(slug) ?? [], on);
}

function knownOf(docket: Docket, all: readonly SummarySentence[], on: Day): Summary {
  const known = new Map(knownBy(docket.events, on).map((event) => [event.id, event]));
  const sentences = all.filter(({ events, en }) => events.every((id) => known.has(id)) && !saysLater(en, on));
  const ids = new Set(sentences.flatMap(({ events }) => events));
  return { sentences, events: [...ids].flatMap((id) => known.get(id) ?? []) };
}

/** Whether a sentence says a day, out of an event's note, that had not come yet. */
function saysLater(text: string, on: Day): boolean {
  return summaryTokens(text).some(({ of }) => isPartialDay(of) && firstDay(of) > on);
}
