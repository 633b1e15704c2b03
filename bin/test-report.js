import { readdirSync } from 'node:fs';

/** What `npm test` makes of Vitest's report (its JSON reporter). */

/**
 * Why a run that passed still counts for nothing: tests that were skipped or are still to be written, and files that did not run.
 * @param files those that should have run; undefined where only some were asked for
 * @param excused names of suites that this account can't run
 */
export function gaps(report, { root, files, excused = [] }) {
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .filter(({ ancestorTitles }) => !ancestorTitles.some((title) => excused.includes(title)))
      .map(
        ({ status, fullName }) =>
          `${status === 'todo' ? 'still to be written' : 'skipped'}: ${within(root, name)}: ${fullName}`,
      ),
  );
  const ran = new Set(report.testResults.map(({ name }) => within(root, name)));
  const missing = (files ?? []).filter((file) => !ran.has(file)).map((file) => `did not run: ${file}`);
  return [...skipped, ...missing];
}

/** Folders of the project that hold nothing of ours. */
const NOT_OURS = /^(?:\.|(?:node_modules|dist|data|dev-data)(?:\.|$))/;

/** Every file of tests there is, wherever it stands: what Vitest does not look at is a gap too. */
export function testFiles(root) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_OURS.test(entry.name))
    .flatMap(({ name: folder }) =>
      readdirSync(`${root}/${folder}`, { recursive: true }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => /\.test\.tsx?$/.test(name));
}

/** The tests that took longest, and how long each took. */
export function slowest(report, root, most = 10) {
  const lines = report.testResults
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({ name: `${within(root, name)}: ${fullName}`, duration })),
    )
    .filter(({ duration }) => duration > 0)
    .sort((one, other) => other.duration - one.duration)
    .slice(0, most)
    .map(({ name, duration }) => `${(duration / 1000).toFixed(1).padStart(7)} s  ${name}`);
  return lines.length > 0 ? [`the slowest ${lines.length}:`, ...lines] : [];
}

function within(root, path) {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
