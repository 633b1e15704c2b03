import type { View } from '../../http/view.ts';
import { list } from '../../locales/format.ts';

/** Who else has a form open, in a sentence; '' for nobody. */
export function othersWords(view: View, others: readonly string[]): string {
  return others.length === 0
    ? ''
    : view.t('office.watch.others', { count: others.length, who: list(view.lang, others) });
}
