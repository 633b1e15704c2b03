import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import type { AskRules, ChosenRules, RuleField } from '../ask-rules.ts';
import type { RuledAsk } from '../ask-rules-queries.ts';
import { conditionWords } from './ask-screen.tsx';
import { argumentsOf } from './rules-fields.ts';

export const fieldKeys = {
  when: 'campaigns.ask.condition',
  office: 'campaigns.ask.office',
  aim: 'campaigns.ask.aim',
  defaults: 'campaigns.rules.begins',
  place: 'campaigns.ask.place',
} as const satisfies Readonly<Record<RuleField, Key>>;

export const saidFields = ['when', 'office', 'aim', 'defaults', 'place'] as const;

/** What one of the rules is, in words. */
export function ruleSaid(view: View, ask: RuledAsk, field: Exclude<RuleField, 'place'>, rules: AskRules): string {
  if (field === 'when') return conditionWords(view, rules.when);
  if (field === 'office') return view.t(`campaigns.office.${rules.office ?? 'any'}` as Key);
  if (field === 'aim') return view.t(`campaigns.aim.${rules.aim}` as Key);
  const known = argumentsOf(ask, view.lang);
  const labels = rules.defaults.map((name) => known.find(({ id }) => id === name)?.label ?? name);
  return labels.map((label, at) => `${view.number(at + 1)}. \u2068${label}\u2069`).join('\n') || '–';
}

/** The same of all, with its place. */
export function chosenSaid(view: View, ask: RuledAsk, field: RuleField, { rules, place }: ChosenRules): string {
  return field === 'place' ? view.number(place) : ruleSaid(view, ask, field, rules);
}
