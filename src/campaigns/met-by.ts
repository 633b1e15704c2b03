import type { View } from '../http/view.ts';
import { FEWEST_SHOWN } from './fewest-shown.ts';

/** In lines: when an ask was met, and after how many had asked, unless they were so few that somebody might be recognised. */
export function metBy(view: View, day: string, people: number): readonly string[] {
  const met = view.t('states.met', { day: view.day(day) });
  return people >= FEWEST_SHOWN ? [met, view.t('states.join', { count: people })] : [met];
}
