import type { Changed, FactsReport } from '../src/facts/import-facts.ts';
import { sayLine } from './lifecycle.ts';

const SHOWN = 40;

/** Says what an import of facts changed, or would change: what is new, changed and gone. */
export function tellFacts({ revision, changes, unchanged, ...report }: FactsReport, dryRun: boolean): void {
  list(
    'new',
    changes.filter(({ before }) => before === null),
    ({ file, key }) => `${file} ${key}`,
  );
  list(
    'changed',
    changes.filter(({ before, after }) => before !== null && after !== null),
    differences,
  );
  list(
    'gone',
    changes.filter(({ after }) => after === null),
    ({ file, key }) => `${file} ${key}`,
  );
  sayLine(`unchanged: ${unchanged}`);
  if (report.heldBack > 0)
    sayLine(`not public yet and not in the folder, so they stay: ${report.heldBack} (--end-held-back ends them)`);
  if (revision !== undefined) sayLine(`written as revision ${revision}`);
  else sayLine(dryRun ? 'nothing was written: this was a dry run' : 'nothing was written: there was nothing to change');
}

function list(name: string, changes: readonly Changed[], say: (change: Changed) => string): void {
  sayLine(`${name}: ${changes.length}`);
  for (const change of changes.slice(0, SHOWN)) sayLine(`  ${say(change)}`);
  if (changes.length > SHOWN) sayLine('  …');
}

function differences({ file, key, before, after }: Changed): string {
  const names = Object.keys({ ...before, ...after }).filter((name) => (before?.[name] ?? '') !== (after?.[name] ?? ''));
  return `${file} ${key}: ${names.map((name) => `${name} ${before?.[name] || '(empty)'} → ${after?.[name] || '(empty)'}`).join('; ')}`;
}
