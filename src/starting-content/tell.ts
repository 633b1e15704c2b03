import type { ContentReport } from './bring.ts';
import type { Value } from './content-unit.ts';
import type { ShownProposal } from './decide.ts';

/** What the start says of a pass; nothing where there is nothing to say. */
export function tellContent({ first, added, changed, waiting, wrong = [] }: ContentReport): string[] {
  const upgraded = `the starting content: ${added} new and ${changed} changed rows brought in`;
  return [
    ...(first ? ['loaded the starting content'] : []),
    ...(!first && added + changed > 0 ? [upgraded] : []),
    ...wrong.map((problem) => `the starting content, not brought: ${problem}`),
    ...(waiting > 0 ? [waitingLine(waiting)] : []),
  ];
}

function waitingLine(waiting: number): string {
  const what = waiting === 1 ? '1 proposal waits' : `${waiting} proposals wait`;
  return `the starting content: ${what} for you: npm run content -- list`;
}

/** A proposal on one line. */
export function tellProposal({ id, room, unit, key, because, version }: Omit<ShownProposal, 'stored'>): string {
  return `${id}  ${room} ${unit}: ${key}  ${because} (version ${version})`;
}

/** What would change, place by place. */
export function tellDifferences({ offered, hash, stored }: ShownProposal): string[] {
  if (hash === null) return ['  the files have it no more; accepting takes it away, as far as readers see'];
  const [stands, says] = [placesOf(stored), placesOf(offered)];
  return [...new Set([...stands.keys(), ...says.keys()])]
    .filter((place) => stands.get(place) !== says.get(place))
    .flatMap((place) => [
      `  ${place || 'it'}`,
      `    stands:  ${stands.get(place) ?? '(nothing)'}`,
      `    files:   ${says.get(place) ?? '(nothing)'}`,
    ]);
}

/** Each value by where it stands: `demands.2.title`. */
function placesOf(value: Value, place = ''): Map<string, string> {
  if (value === undefined) return new Map();
  if (value === null || typeof value !== 'object')
    return new Map([[place, typeof value === 'string' ? value : JSON.stringify(value)]]);
  return new Map(Object.entries(value).flatMap(([name, one]) => [...placesOf(one, place ? `${place}.${name}` : name)]));
}
