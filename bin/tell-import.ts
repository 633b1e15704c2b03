import type { ImportedPerson, ImportReport } from '../src/representatives/import-representatives.ts';
import type { Reach } from '../src/representatives/reach.ts';
import { sayLine } from './lifecycle.ts';

/** As many of a list as are read. */
const MOST = 20;

/** Says what an import of representatives did, or would do, in lines; what was refused and who is kept is never cut short. */
export function tellImport(report: ImportReport, { dated, dryRun }: { dated: boolean; dryRun: boolean }): void {
  for (const list of ['added', 'changed', 'ended'] as const)
    tellList(`${report.written ? '' : 'would be '}${list}`, report[list].map(line), MOST);
  tellKept(report);
  if (report.toCome.length > 0)
    tellList(
      'not yet in office',
      report.toCome.map((one) => `${line(one)}, from ${one.from}`),
      MOST,
    );
  sayLine(`unchanged: ${report.unchanged}`);
  if (report.undated > 0 && !dated)
    sayLine(`without any date: ${report.undated}, taken as in office; if the list is old, say so with --as-of`);
  if (report.shared.length > 0)
    tellList(
      'mailboxes of several people',
      report.shared.map(({ address, of }) => `${address}: ${of.slice(0, MOST).join(', ')}`),
      MOST,
    );
  tellList(
    'refused',
    report.refused.map(({ at, reason }) => `${at}: ${reason}`),
    Number.POSITIVE_INFINITY,
  );
  if (!report.written) sayLine(whyNothing(report, dryRun));
}

function tellKept({ kept, nobodyEnded }: ImportReport): void {
  if (nobodyEnded !== null) sayLine(`nobody is ended: ${nobodyEnded}`);
  if (kept.length > 0) tellList('kept, row refused', kept.map(line), Number.POSITIVE_INFINITY);
}

function tellList(title: string, lines: readonly string[], most: number): void {
  sayLine(`${title}: ${lines.length}`);
  for (const one of lines.slice(0, most)) sayLine(`  ${one}`);
  if (lines.length > most) sayLine('  …');
}

function line({ at, name, addresses = [] }: ImportedPerson): string {
  return [`${name} (${at})`, ...addresses].join(', ');
}

function whyNothing({ halted, refused, added, changed, unchanged }: ImportReport, dryRun: boolean): string {
  if (added.length + changed.length + unchanged === 0) return 'nothing was written: no row could be taken';
  if (halted !== null) return `nothing was written: ${halted}; if that is right, say it with --sure`;
  if (refused.length > 0 && !dryRun) return 'nothing was written; mend the rows, or leave them out with --skip-bad';
  return 'nothing was written';
}

/** Who of a state can be written to by e-mail now, and before where that was otherwise. */
export function tellReach(state: string, before: Reach, now: Reach): void {
  const [was, is] = [reachOf(before), reachOf(now)];
  sayLine(`${state}: ${is}${was === is ? '' : ` (before: ${was})`}`);
}

function reachOf({ officesWithout, members, membersWith }: Reach): string {
  return `${officesWithout} offices without e-mail; ${membersWith} of ${members} members can be written to by e-mail`;
}
