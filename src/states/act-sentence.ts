import type { View } from '../http/view.ts';
import type { Treaty } from './shapes.ts';
import { ofName, stateInSentence, toName } from './state-in-sentence.ts';
import type { TreatyAct } from './treaty-record.ts';

interface Named {
  readonly iso2: string;
  readonly iso3: string;
}

/** What a state did, as a sentence without its full stop: “Chad announced that it is leaving the Rome Statute”. */
export function actSentence(
  view: Pick<View, 'lang' | 't'>,
  state: Named,
  { type, treaty }: Pick<TreatyAct, 'type' | 'treaty'>,
): string {
  const said = view.t(`states.did.${type}`, {
    ...stateInSentence(view.lang, state),
    ...treatyInSentence(view, treaty),
  });
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function treatyInSentence({ lang, t }: Pick<View, 'lang' | 't'>, treaty: Treaty) {
  const name = t(`states.the.${treaty}`);
  return { treaty: name, treaty_to: toName(lang, name), treaty_of: ofName(lang, name) };
}
