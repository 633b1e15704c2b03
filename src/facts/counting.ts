import type { Day, PartialDay } from '../text/partial-day.ts';
import type { Verification } from './shapes.ts';

/** A dated fact that a figure can rest on. */
export interface Evidence {
  readonly id: string;
  readonly date: PartialDay;
  readonly type: string;
  readonly source: string;
  readonly standing: Verification;
  /** From this day on it counts. */
  readonly knownOn: Day;
}

/** One thing that a figure may count: a person, a warrant, a trial, a state. */
export interface Thing<Fact extends Evidence = Evidence> {
  readonly key: string;
  readonly of: Belongs;
  /** All that is recorded of it, in the order in which it happened. */
  readonly facts: readonly Fact[];
}

/** What a counted thing belongs to, by slug or code. */
export interface Belongs {
  readonly situation?: string;
  readonly case?: string;
  readonly person?: string;
  readonly trial?: string;
  readonly state?: string;
}

/** From `since` until the day before `until` the thing counts; null: it counts still. */
export interface Span<Fact extends Evidence = Evidence> {
  readonly thing: Thing<Fact>;
  readonly since: Day;
  readonly until: Day | null;
}

/**
 * When each thing counts. What stood on a day is a function of the facts known by then, so that it can change only on a day on which a
 * fact of the thing's own becomes known.
 * @param holds whether a thing counts, given what is known of it; `on` is the day
 */
export function spansOf<Fact extends Evidence>(
  things: readonly Thing<Fact>[],
  holds: (known: readonly Fact[], on: Day) => boolean,
): Span<Fact>[] {
  return things.flatMap((thing) => {
    const spans: Span<Fact>[] = [];
    let since: Day | undefined;
    for (const day of [...new Set(thing.facts.map(({ knownOn }) => knownOn))].sort()) {
      const counts = holds(
        thing.facts.filter(({ knownOn }) => knownOn <= day),
        day,
      );
      if (counts) since ??= day;
      else if (since !== undefined) {
        spans.push({ thing, since, until: day });
        since = undefined;
      }
    }
    if (since !== undefined) spans.push({ thing, since, until: null });
    return spans;
  });
}

export function countsOn({ since, until }: Pick<Span, 'since' | 'until'>, on: Day): boolean {
  return since <= on && (until === null || on < until);
}

/** How a figure moved: each day on which it changed, with what it was from then on. */
export function movement(spans: readonly Span[]): { on: Day; value: number }[] {
  const steps = new Map<Day, number>();
  const step = (day: Day, by: number) => steps.set(day, (steps.get(day) ?? 0) + by);
  for (const { since, until } of spans) {
    step(since, 1);
    if (until !== null) step(until, -1);
  }
  let value = 0;
  return [...steps]
    .filter(([, by]) => by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, by]) => {
      value += by;
      return { on, value };
    });
}
