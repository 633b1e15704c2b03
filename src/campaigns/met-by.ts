import type { View } from '../http/view.ts';

/** When an ask was met, and after how many had asked, if anybody had. */
export function metBy(view: View, day: string, people: number): string {
  const met = view.t('states.met', { day: view.day(day) });
  return people > 0 ? `${met} · ${view.t('states.join', { count: people })}` : met;
}
