import type { Queries } from '../database/database.ts';
import { dayIn, type TimeZone } from '../text/time-zone.ts';
import { type Meaning, meaningOf } from '../texts/brought.ts';
import type { AskRules } from './ask-rules.ts';
import { type RulesVersion, selectBroughtRules, selectRules } from './ask-rules-queries.ts';
import type { AskInFolder } from './campaign-in-folder.ts';

/** What a folder says of an ask beside its words, beside what was changed here; for what both changed, why it can't be taken. */
export type BesideRules =
  | { readonly meaning: Exclude<Meaning, 'moved'> }
  | { readonly meaning: 'moved'; readonly said: string };

/** The file of what an ask says beside its words. */
export function fileOfRules(ask: string): string {
  return `asks/${ask}/ask.json`;
}

/** @param id of the ask that is there */
export async function besideRules(
  queries: Queries,
  id: string,
  { facts, texts }: AskInFolder,
  zone: TimeZone,
): Promise<BesideRules> {
  const [newest] = await selectRules(queries, id, 1);
  const brought = await selectBroughtRules(queries, id);
  const { aim, when, office = null, defaults } = facts;
  const offered: AskRules = { aim, when, office, defaults };
  const meaning = meaningOf(offered, brought?.rules, newest?.rules);
  if (meaning === 'moved' && newest) return { meaning, said: sayMoved(newest, offered, zone) };
  if (meaning !== 'kept') return { meaning: meaning === 'moved' ? 'taken' : meaning };
  const gone = newest?.rules.defaults.find(
    (name) => !texts.every(({ text }) => text.arguments.some((one) => one.id === name)),
  );
  if (gone === undefined) return { meaning };
  return { meaning: 'moved', said: `letters begin here with the argument ${gone}, which its words in the folder lack` };
}

function sayMoved({ number, rules, who, madeAt }: RulesVersion, offered: AskRules, zone: TimeZone): string {
  const differs = (['aim', 'when', 'office', 'defaults'] as const).filter(
    (name) => JSON.stringify(rules[name]) !== JSON.stringify(offered[name]),
  );
  const by = `version ${number}, ${who === null ? '' : `by ${who}, `}${dayIn(zone, madeAt)}`;
  return `was changed here (now ${by}), and differs at ${differs.join(', ')}; --over sets what the folder says`;
}
