import { root } from '../src/config/root.ts';
import { thisProgram } from '../test/support/product.ts';
import { Supporter } from '../test/support/supporter.ts';
import { until } from '../test/support/until.ts';
import { openAddressees } from './addressees.ts';
import { buildOlder, type OlderProgram, olderPrograms } from './older-programs.ts';
import { type Finding, finding, none, type Part, type Setting, within } from './part.ts';
import { type Ends, type Journey, letter, miscounted, walkPair, wrongOf } from './version-journeys.ts';
import { type Beside, VersionsInstall } from './versions-install.ts';
import { keepVisiting, visited } from './visitors.ts';

const LATER = 'later.trial.internal';
/** Milliseconds that a page of the older program may take while this one migrates and starts beside it. */
const PATIENCE = 5_000;

/** A program of before beside this one on one database, while this one migrates it and after; then back to it, and forward again. */
export const versions: Part = {
  what: (rounds) =>
    `a program of before beside this one on one database, back to it, and forward again, ${rounds} times`,
  rounds: 1,
  run: (setting) => runVersions(setting),
};

async function runVersions({ random, rounds, say }: Setting): Promise<readonly Finding[] | { leftOut: string }> {
  const found = await olderPrograms(root);
  if ('leftOut' in found) return found;
  // The oldest has the most to bear; the others as they are drawn.
  const [oldest = '', ...others] = found;
  const tried = [oldest];
  while (tried.length < rounds && others.length > 0) tried.push(...others.splice(random.below(others.length), 1));
  const findings: Finding[] = [];
  for (const commit of tried) {
    say(`builds the program of ${commit.slice(0, 7)}`);
    const older = await buildOlder(root, commit);
    try {
      findings.push(...(await new VersionsTrial(older, await VersionsInstall.prepare(), say).run()));
    } finally {
      await older.remove();
    }
  }
  return findings;
}

class VersionsTrial {
  readonly #older: OlderProgram;
  readonly #install: VersionsInstall;
  readonly #say: (line: string) => void;
  readonly #name: string;
  /** Whether the server that puts mail off takes it now. */
  #letsIn = false;

  constructor(older: OlderProgram, install: VersionsInstall, say: (line: string) => void) {
    this.#older = older;
    this.#install = install;
    this.#say = say;
    this.#name = older.commit.slice(0, 7);
  }

  async run(): Promise<readonly Finding[]> {
    this.#install.mail.behave.recipient = (address) =>
      address.endsWith(`@${LATER}`) && !this.#letsIn ? { code: 450, words: 'not now' } : undefined;
    try {
      const before = await this.#install.start(this.#older);
      const [prompt, later] = await openAddressees(this.#install.pool, ['prompt.trial.internal', LATER], 2);
      if (!prompt || !later) throw new Error('versions.ts: nobody can be written to');
      const ends = { prompt, later };
      const ours = await walkPair(before, before, ends, 'before');
      const waits = await letter(before, before, 'en', later, 'a letter that waits');
      const wentOn = await miscounted(ours, this.#copies);
      const { file, findings } = await this.#beside(before, ends);
      return [
        ...findings,
        none(`${this.#name} alone: journeys that did not go on`, [...wrongOf([...ours, waits]), ...wentOn]),
        ...(await this.#back(file, ends, ours, waits)),
      ];
    } finally {
      await this.#install.end();
    }
  }

  /** This program migrates and starts while the older one is at work, and all that is begun by either is gone on with by the other. */
  async #beside(before: Beside, ends: Ends): Promise<{ readonly file: string; readonly findings: readonly Finding[] }> {
    this.#say(`${this.#name} is at work; this one migrates beside it`);
    const visits = keepVisiting(before.url);
    const meanwhile = letter(before, before, 'en', ends.prompt, 'while it is migrated');
    const said = await this.#install.verb(thisProgram, 'migrate');
    const file = /backup before the upgrade: (\S+)/.exec(said)?.[1] ?? '';
    const failedWork = await this.#dutiesOf(before);
    const after = await this.#install.start(thisProgram);
    this.#say('both are at work');
    const walked = await Promise.all([
      meanwhile,
      ...(
        await Promise.all([
          walkPair(before, before, ends, 'older alone'),
          walkPair(before, after, ends, 'older, then newer'),
          walkPair(after, before, ends, 'newer, then older'),
          walkPair(after, after, ends, 'newer alone'),
        ])
      ).flat(),
    ]);
    const miscounts = await miscounted(walked, this.#copies);
    const { count, failed, longest } = await visits();
    const refused = await this.#install.start(this.#older).then(
      () => 'it started',
      (error: Error) => (/migrated by a newer version/.test(error.message) ? '' : error.message.slice(0, 300)),
    );
    const findings = [
      finding(`${this.#name} beside this one: migrations unknown to it`, migratedIn(said), 1),
      none('a backup was made before them', file ? [] : ['none']),
      finding('pages visited on it meanwhile', count, visited.length),
      none('of them not answered', failed),
      within('the slowest of them', longest, PATIENCE),
      finding('journeys, half of them by both', walked.length, 4 * 12),
      none('journeys that did not go on', wrongOf(walked)),
      none('letters that came in another number of times than they should', miscounts),
      none('duties that failed on it', failedWork),
      none('errors in its log', errorsOf(before)),
      none('errors in the log of this one', errorsOf(after)),
      none('started once more it says that the database is newer', refused ? [refused] : []),
    ];
    await this.#install.endProcesses();
    return { file, findings };
  }

  /** Every duty at once, while nobody is there but the older program. @returns those that failed */
  async #dutiesOf(before: Beside): Promise<string[]> {
    const known = await this.#install.rows<{ identifier: string }>(
      'SELECT identifier FROM graphile_worker._private_known_crontabs',
    );
    const names = known.map(({ identifier }) => identifier);
    for (const name of names) await this.#install.rows('SELECT graphile_worker.add_job($1, max_attempts := 1)', [name]);
    const left = () =>
      this.#install.rows<{ task_identifier: string; last_error: string | null }>(
        'SELECT task_identifier, last_error FROM graphile_worker.jobs WHERE task_identifier = ANY ($1)',
        [names],
      );
    await until('its duties are done', async () => (await left()).every(({ last_error }) => last_error), 60).catch(
      () => {},
    );
    if (names.length === 0) return [`${before.url} has none`];
    return (await left()).map(({ task_identifier, last_error }) => `${task_identifier}: ${last_error ?? 'not done'}`);
  }

  /** The backup of before is put back by the older program, which goes on as if nothing had been; then this one upgrades once more. */
  async #back(file: string, ends: Ends, ours: readonly Journey[], waits: Journey): Promise<readonly Finding[]> {
    this.#say('back to the older one');
    const handedOver = ours.filter(({ copies }) => copies > 0);
    await this.#install.verb(this.#older, 'restore', file, '--replace');
    const again = await this.#install.start(this.#older);
    const unseen = await this.#unseen(again, [...ours, waits]);
    this.#letsIn = true;
    const released = await this.#install.verb(this.#older, 'review', 'release', 'restored');
    await this.#hurry();
    const anew = await walkPair(again, again, { prompt: ends.prompt, later: ends.prompt }, 'after going back');
    const walked = anew.filter(({ what }) => !what.includes('taken back'));
    const miscounts = await miscounted([...handedOver, waits, ...walked], this.#copies);
    const older = errorsOf(again);
    await this.#install.endProcesses();
    this.#say('forward again');
    const forward = await this.#install.start(thisProgram);
    const lost = await this.#unseen(forward, [...ours, waits, ...walked]);
    return [
      none(`back to ${this.#name}: pages of acts that are gone`, unseen),
      none('what waited is let go', /\b1 released/.test(released) ? [] : [released.trim()]),
      none('journeys that did not go on', wrongOf(walked)),
      none('letters that came in another number of times than they should', miscounts),
      none('errors in its log', older),
      none('forward again: pages of acts that are gone', lost),
      none('errors in the log of this one', errorsOf(forward)),
    ];
  }

  #copies = (email: string): number =>
    this.#install.mail.received.filter(({ mail }) => mail.replyTo?.value[0]?.address === email).length;

  /** What was put off is tried now. */
  async #hurry(): Promise<void> {
    await this.#install.rows(`UPDATE letters SET due_at = now() WHERE state = 'waiting' AND due_at > now()`);
    await this.#install.rows('UPDATE delivery_queues SET next_at = now()');
    await this.#install.rows('UPDATE receiving_domains SET next_at = now()');
  }

  async #unseen(at: Beside, journeys: readonly Journey[]): Promise<string[]> {
    const seen = journeys.map(async ({ what, email, status }) => {
      const page = await new Supporter(at, { email }).opens(status);
      return page.status === 200 ? [] : [`${what}: ${page.status}`];
    });
    return (await Promise.all(seen)).flat();
  }
}

function migratedIn(said: string): number {
  return [...said.matchAll(/migrated: \S+/g)].length;
}

/** Lines of a log that tell of an error (pino's levels from 50 on). */
function errorsOf({ product }: Beside): string[] {
  return product
    .printed()
    .split('\n')
    .filter((line) => /^\{.*"level":[56]0\b/.test(line))
    .map((line) => line.slice(0, 400));
}
