import { setTimeout as sleep } from 'node:timers/promises';
import { sayLine } from '../bin/lifecycle.ts';
import { type Development, startDevelopment } from '../test/support/development.ts';
import { median } from './rate.ts';
import type { Row } from './table.ts';

const TIMES = 7;
/** Milliseconds between two looks at the page; a change is shown at most so much earlier than it is seen here. */
const LOOKS = 10;
const PATIENCE = 30_000;
/** Milliseconds for which somebody looks at what they changed, before they change the next thing. */
const LOOKED_AT = 3_000;

/** A line of each kind of file, and what becomes of it; the page says the number of the change. */
const changes: Readonly<Record<string, readonly [path: string, from: RegExp, to: (mark: string) => string]>> = {
  code: ['src/site/shell.tsx', /(<p>changed \d+<\/p>)?<\/html>/, (mark) => `<p>${mark}</p></html>`],
  words: ['src/site/words/en.json', /"nav.act": "[^"]*"/, (mark) => `"nav.act": "${mark}"`],
  styles: [
    'src/site/styles/base.css',
    /^(html::after\{content:"[^"]*"\}\n)?/,
    (mark) => `html::after{content:"${mark}"}\n`,
  ],
  content: ['content/campaigns/united-by-common-bonds/en.json', /"call": "[^"]*"/, (mark) => `"call": "${mark}"`],
};

/** From the moment in which a file is written under `npm run dev` until a page that is asked for has the change. */
export async function reload(): Promise<Row[]> {
  const development = await startDevelopment();
  try {
    const rows: Row[] = [];
    for (const [kind, [path, from, to]] of Object.entries(changes)) {
      const times: number[] = [];
      for (let at = 1; at <= TIMES; at += 1) times.push(await shownAfter(development, path, from, to(`changed ${at}`)));
      const measured = `${Math.round(median(times))} ms`;
      sayLine(`${kind}: ${measured}`);
      rows.push({
        what: `a change of ${kind}, shown`,
        measured,
        beside: `at most ${Math.round(Math.max(...times))} ms of ${TIMES}`,
        target: '≤ 1,000 ms',
      });
    }
    return rows;
  } finally {
    await development.stop();
  }
}

async function shownAfter(development: Development, path: string, from: RegExp, to: string): Promise<number> {
  const mark = /changed \d+/.exec(to)?.[0] ?? to;
  await sleep(LOOKED_AT);
  const began = performance.now();
  await development.edit(path, from, to);
  while (performance.now() - began < PATIENCE) {
    const page = await fetch(`${development.url}/en`).then(
      (answer) => answer.text(),
      () => '',
    );
    if (page.includes(mark)) return performance.now() - began;
    await sleep(LOOKS);
  }
  throw new Error(`${path}: no page shows its change within ${PATIENCE / 1_000} s`);
}
