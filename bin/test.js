// `npm test`: fetches what is needed, then types, lint, and every test, on the pinned Node.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { build, prepare, root, run, say } from './prepare.js';
import { onStarterGone } from './starter.js';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function main() {
  const node = await prepare();
  const chromium = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'cb-test-'));
  // Whatever the tests, and their browser, put down for a while lies in one folder.
  const env = {
    ...process.env,
    TMPDIR: folder,
    CB_TEST_FOLDER: folder,
    CHROMIUM: chromium,
    CB_ROOT: root,
    PATH: `${dirname(node)}:${process.env.PATH}`,
    NODE_ENV: 'test',
  };
  const tool = (name, path, args) => {
    say(`${name}…`);
    return run(node, [join(root, 'node_modules', path), ...args], { env }, endTogether);
  };
  try {
    await build();
    await tool('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
    await tool('lint and format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
    await tests(tool, join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What ends us ends the tool that is at work, too. */
function endTogether(child) {
  const stop = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  onStarterGone(() => stop('SIGTERM'));
}

/** Vitest's own report, the slowest tests, and the counts once more on a line of their own. */
async function tests(tool, report) {
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  let failure;
  await tool('tests', 'vitest/vitest.mjs', args).catch((error) => {
    failure = error;
  });
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  for (const line of slowest(counts.testResults)) console.log(line);
  if (counts.numPendingTests > 0) console.log(`${counts.numPendingTests} skipped`);
  console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
  if (failure) throw failure;
  if (counts.numPassedTests === 0) throw new Error('no test ran');
}

/** The tests that took longest, and how long each took. */
function slowest(files, most = 10) {
  const all = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: `${relative(root, name)}: ${fullName}`, duration })),
  );
  const lines = all
    .filter(({ duration }) => duration > 0)
    .sort((one, other) => other.duration - one.duration)
    .slice(0, most)
    .map(({ name, duration }) => `${(duration / 1000).toFixed(1).padStart(7)} s  ${name}`);
  return lines.length > 0 ? [`the slowest ${lines.length}:`, ...lines] : [];
}

async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM: there is no ${named}`);
    return named;
  }
  const found = () => places.find((place) => existsSync(place));
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installChromium();
  const place = found();
  if (!place) throw new Error('the journeys need Chromium: install it, or name it in CHROMIUM');
  return place;
}

async function installChromium() {
  say('installing Chromium and fonts for the journeys (once)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], quiet);
  execFileSync('/usr/bin/chromium', ['--version'], { stdio: 'ignore' });
}

main().catch((error) => {
  console.error(`common-bonds: ${error.message}`);
  process.exit(1);
});
