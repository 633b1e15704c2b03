import type { View } from '../http/view.ts';
import type { Found } from './waits.ts';

/** What waits, in words. */
export function labelOf(view: View, { waits, waiting }: Found): string {
  return waits.says && waiting?.values ? view.t(waits.says, waiting.values) : view.t(waits.label);
}

/** How many there are; '' where it is so or is not. */
export function numberOf(view: View, waiting: Found['waiting']): string {
  if (waiting?.count === undefined) return '';
  return waiting.more ? view.t('office.waits.more', { count: waiting.count }) : view.number(waiting.count);
}

/** Since when the first waits, or when the next happens by itself; that it could not be read, where it couldn't. */
export function whenOf(view: View, waiting: Found['waiting']): string {
  if (!waiting) return view.t('office.waits.unread');
  if (waiting.next) return view.t('office.waits.next', { ago: view.fromNow(waiting.next) });
  return waiting.oldest ? view.t('office.waits.oldest', { ago: view.fromNow(waiting.oldest) }) : '';
}
