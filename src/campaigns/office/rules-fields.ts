import { chosen, type Fields } from '../../http/fields.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { AskRules, ChosenRules } from '../ask-rules.ts';
import type { RuledAsk } from '../ask-rules-queries.ts';

/** How fields begin that say at which place an argument stands in a letter. */
export const BEGINS = 'begins-';

export const rulesFields: Fields = {
  ...{ when: chosen(60), office: chosen(60), aim: chosen(60), place: chosen(5) },
  [`${BEGINS}*`]: chosen(5),
  looked: chosen(60),
  ...{ step: chosen(10), read: chosen(10), 'read-place': chosen(5), back: chosen(10) },
};

/** What was chosen; nothing of it is checked yet. */
export function chosenIn(form: URLSearchParams, ask: RuledAsk | undefined): ChosenRules {
  const placed = argumentsOf(ask).flatMap(({ id }) => {
    const place = Number(form.get(BEGINS + id) || Number.NaN);
    return Number.isInteger(place) ? [{ id, place }] : [];
  });
  const rules = {
    ...{ when: form.get('when'), aim: form.get('aim'), office: form.get('office') || null },
    defaults: placed.toSorted((a, b) => a.place - b.place).map(({ id }) => id),
  } as AskRules;
  return { rules, place: Number(form.get('place')) };
}

/** As a form carries it. */
export function carriedOf({ rules, place }: ChosenRules): [string, string][] {
  return [
    ...(['when', 'aim'] as const).map((name): [string, string] => [name, rules[name]]),
    ...([
      ['office', rules.office ?? ''],
      ['place', String(place)],
    ] as [string, string][]),
    ...rules.defaults.map((id, at): [string, string] => [BEGINS + id, String(at + 1)]),
  ];
}

/** Those from which writers choose, by the names that the first of its languages has for them. */
export function argumentsOf(ask: RuledAsk | undefined, lang?: StaffRequest['lang']) {
  const texts = ask?.texts ?? [];
  return (texts.find((one) => one.lang === lang) ?? texts[0])?.text.arguments ?? [];
}
