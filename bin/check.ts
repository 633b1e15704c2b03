import { parseArgs } from 'node:util';
import { isLang } from '../src/config/langs.ts';
import { root } from '../src/config/root.ts';
import { readSettings, type Settings } from '../src/config/settings.ts';
import { loadContent } from '../src/content.ts';
import { hasDatabase } from '../src/database/reach-database.ts';
import { readText } from '../src/facts/read-file.ts';
import { type CheckedClaim, checkClaims } from '../src/figures/prose/check-claims.ts';
import { type World, worldOf } from '../src/record/record.ts';
import { isDay, today } from '../src/text/partial-day.ts';
import { worldInContent } from '../src/world-in-content.ts';
import { checkLive, checkMail } from './check-live.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE = `npm run check -- claims FILE [--lang en|fr|es|ar] [--on YYYY-MM-DD] [--json]
npm run check -- live [--json]   (what is set and what is missing before people use the site)
npm run check -- mail ADDRESS   (a test mail to yourself)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string' }, on: { type: 'string' }, json: { type: 'boolean', default: false } },
});

await runOnce(async () => {
  const [kind, file] = positionals;
  if (kind === 'live') return checkLive(readSettings(process.env, root), values.json);
  if (kind === 'mail' && file) return checkMail(readSettings(process.env, root), file);
  if (kind !== 'claims' || !file) throw new Error(`what should be checked?\n${USAGE}`);
  const settings = readSettings(process.env, root);
  const on = values.on ?? today(settings.TIME_ZONE);
  if (!isDay(on)) throw new Error('--on: write a day that exists as YYYY-MM-DD');
  const { lang } = values;
  if (lang !== undefined && !isLang(lang)) throw new Error('--lang: en, fr, es or ar');
  const text = await readText(file);
  const checked = checkClaims(await worldAtHand(settings), text, lang, on);
  if (values.json) console.log(JSON.stringify(checked, null, 2));
  else tell(text, checked, on);
  if (checked.some(({ finding }) => finding.kind !== 'agrees' && finding.kind !== 'agrees-by-rule'))
    process.exitCode = 1;
});

/** The record of this installation; where there is none yet, the one it would start with. Nothing is made for a check. */
async function worldAtHand(settings: Settings): Promise<World> {
  if (!hasDatabase(settings)) {
    if (!values.json) sayLine('no database here yet: compared with the record in content/');
    return worldInContent();
  }
  const say = values.json ? (line: string) => console.error(line) : sayLine;
  return onDatabase(
    settings,
    async ({ database }) => {
      await loadContent(database, settings.TIME_ZONE);
      return worldOf(database);
    },
    say,
  );
}

function tell(text: string, checked: readonly CheckedClaim[], on: string): void {
  for (const one of checked) {
    const line = text.slice(0, one.claim.start).split('\n').length;
    sayLine(`line ${line}: “${one.claim.quote.replace(/\s+/g, ' ')}” ${found(one)}`);
  }
  sayLine(`${checked.length} claims, compared with the record as it was public on ${on}`);
}

function found({ finding, on }: CheckedClaim): string {
  switch (finding.kind) {
    case 'agrees':
      return `agrees (${finding.figure})`;
    case 'agrees-by-rule':
      return `agrees only by ${finding.figures.join(', ')}; the headline figure is ${finding.now}`;
    case 'last-true': {
      const changed = [...finding.began.map(({ key }) => `+ ${key}`), ...finding.ceased.map(({ key }) => `− ${key}`)];
      return (
        `was last true on ${finding.on} (${finding.figure}); changed on ` +
        `${finding.changedOn} by ${changed.join(', ')}; on ${on} it is ${finding.now}`
      );
    }
    case 'never-true':
      return `was never true by ${on} (${finding.figure}); it is ${finding.now}`;
  }
}
