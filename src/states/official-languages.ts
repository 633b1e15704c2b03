import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../config/root.ts';

const byState: ReadonlyMap<string, readonly string[]> = new Map(
  readFileSync(join(root, 'content/states/official-languages.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [iso3 = '', languages = ''] = line.split(',');
      return [iso3, languages.split(' ')] as const;
    }),
);

/** A state's official languages (BCP 47, without regions), the most spoken first; see content/states/README.md. */
export function officialLanguages(iso3: string): readonly string[] {
  return byState.get(iso3) ?? [];
}
