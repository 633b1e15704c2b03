import type { View } from '../http/view.ts';
import type { PartialDay } from '../text/partial-day.ts';

/** How a sentence takes a day: `on 3 June 2006`, `of …`, `since …`, `until …` (that day not among them), `by …`. */
type Taking = 'on' | 'of' | 'since' | 'until' | 'by';

/** A day as a sentence takes it, with the words that go before it: `le 3 juin 2006`, but `en juin 2006` where only the month is known. */
export function saidDay({ t, partialDay }: Pick<View, 't' | 'partialDay'>, taking: Taking, value: PartialDay): string {
  const whole = value.length === 10;
  return t(whole ? `site.day.${taking}` : `site.day.${taking}.part`, { day: partialDay(value) });
}
