/** Some unknown numbers, each so many times, add up to a known one. */
export interface Equation {
  readonly of: ReadonlyMap<string, number>;
  readonly is: number;
}

const NOUGHT = 1e-9;

/** Which of the unknowns follow from what is known, and what they are. */
export function determined(unknowns: readonly string[], known: readonly Equation[]): ReadonlyMap<string, number> {
  const rows = reduced(known.map(({ of, is }) => [...unknowns.map((name) => of.get(name) ?? 0), is]));
  const found = rows.flatMap((row) => {
    const [only, ...others] = unknowns.filter((_, at) => isThere(row[at]));
    const is = Math.round((row.at(-1) ?? 0) * 1e6) / 1e6;
    return only !== undefined && others.length === 0 ? [[only, is] as const] : [];
  });
  return new Map(found);
}

/** By Gauss and Jordan: each row with one unknown that no other has. */
function reduced(rows: number[][]): number[][] {
  const unknowns = (rows[0]?.length ?? 1) - 1;
  let done = 0;
  for (let at = 0; at < unknowns; at += 1) {
    const pivot = rows.findIndex((one, place) => place >= done && isThere(one[at]));
    const row = rows[pivot];
    if (!row) continue;
    rows.splice(pivot, 1);
    rows.splice(done, 0, []);
    const one = row.map((value) => value / (row[at] ?? 1));
    for (const [place, other] of rows.entries()) rows[place] = without(other, one, at);
    rows[done] = one;
    done += 1;
  }
  return rows.slice(0, done);
}

function without(row: number[], one: readonly number[], at: number): number[] {
  const times = row[at] ?? 0;
  return isThere(times) ? row.map((value, column) => value - times * (one[column] ?? 0)) : row;
}

const isThere = (value: number | undefined) => Math.abs(value ?? 0) > NOUGHT;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomly(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
