/** A month of the calendar, YYYY-MM. */
export type Month = string;

export function isMonth(text: string): text is Month {
  return /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

/** Its days, YYYY-MM-DD. */
export function daysOf(month: Month): readonly string[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: daysInMonth }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

export function lastDayOf(month: Month): string {
  return daysOf(month).at(-1) ?? '';
}

/** The day after its last one. */
export function dayAfter(month: Month): string {
  return Temporal.PlainDate.from(lastDayOf(month)).add({ days: 1 }).toString();
}

/** From one to another, the latest first. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let at = Temporal.PlainYearMonth.from(last); ; at = at.subtract({ months: 1 })) {
    if (at.toString() < first) return months;
    months.push(at.toString());
  }
}
