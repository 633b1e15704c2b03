/** Of fewer people or letters no number is told, and none follows from those that are told; none at all is as few as one. */
export const FEWEST = 5;

/**
 * Which parts of a whole may be told where the whole is known. Those that are few are not; nor are the smallest of the others, as long as
 * what is not told came to fewer than five together, which whoever takes the told ones from the whole would know.
 * @param parts by their keys; a part that is not among them is none at all
 * @returns the keys of those that may be told
 */
export function partsToTell(parts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const many = [...parts].filter(([, number]) => number >= FEWEST).sort(([, one], [, other]) => other - one);
  const few = [...parts.values()].filter((number) => number < FEWEST);
  let untold = sum(few);
  if (few.some((number) => number !== 0)) while (untold < FEWEST && many.length > 0) untold += many.pop()?.[1] ?? 0;
  return new Set(many.map(([key]) => key));
}

/**
 * Which days of a month may be told while it runs, and when it is over and its whole is known; what was told once stays told. Days with few
 * are told of none, nor are those after them until there are five together: whoever takes the told days from the whole knows of no fewer.
 * The last days wait until others follow, so that what is left over at the end of the month goes with them.
 * @param days their numbers, from the first of the month on
 * @param over whether these are all days of the month
 * @returns how many days are settled, and the places of those that are told
 */
export function daysToTell(
  days: readonly number[],
  over: boolean,
): { readonly settled: number; readonly shown: ReadonlySet<number> } {
  const groups = groupsOf(days);
  const leftOver = groups.at(-1)?.whole === false ? groups.pop() : undefined;
  const last = groups.at(-1);
  const joined = over && leftOver ? last : undefined;
  const shown = groups.filter((group) => group !== joined && (over || group !== last) && group.days.length === 1);
  const settled = over ? days.length : (last?.days[0] ?? firstOf(leftOver, days));
  return { settled, shown: new Set(shown.flatMap((group) => group.days)) };
}

interface Group {
  readonly days: number[];
  whole: boolean;
}

/** Days without any are of no group, unless they stand among few. */
function groupsOf(days: readonly number[]): Group[] {
  const groups: Group[] = [];
  for (const [at, number] of days.entries()) {
    const open = groups.at(-1)?.whole === false ? groups.at(-1) : undefined;
    if (!open && number === 0) continue;
    const group = open ?? { days: [], whole: false };
    if (!open) groups.push(group);
    group.days.push(at);
    group.whole = sum(group.days.map((day) => days[day] ?? 0)) >= FEWEST;
  }
  return groups;
}

function firstOf(group: Group | undefined, days: readonly number[]): number {
  return group?.days[0] ?? days.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
