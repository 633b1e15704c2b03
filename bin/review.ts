import { parseArgs } from 'node:util';
import type { Deed } from '../src/accounts/roles.ts';
import { whoDoes, whoOptions } from '../src/accounts/who-does.ts';
import type { ActorId } from '../src/actors/actors.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { isId } from '../src/database/is-id.ts';
import type { App } from '../src/http/app.ts';
import { LONGEST_REASON, readReason } from '../src/letters/held/ready-reasons.ts';
import { giveLetterBack, takeLetter } from '../src/letters/held/take-letter.ts';
import { type Undone, undoDecision } from '../src/letters/held/undo-decision.ts';
import { type Decision, decideLetters, heldLetters, releaseAfterRestore } from '../src/letters/review.ts';
import { readReturned, returnedMails, settleReturned } from '../src/mail/returned-mails.ts';
import { decideRequest, requestsForStaff } from '../src/representatives/addressee-requests.ts';
import { MOST_REASON, pauses, resume } from '../src/representatives/pauses.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { UNREADABLE } from '../src/sealing/read-sealed.ts';
import { isLongerThan } from '../src/text/text-cleaning.ts';
import { minuteIn } from '../src/text/time-zone.ts';
import { runOnce, sayLine } from './lifecycle.ts';
import { onDatabase } from './on-database.ts';

const USAGE = `npm run review -- list
npm run review -- show ID
npm run review -- take ID | give-back ID [--as EMAIL]   (nobody else can decide it for ten minutes)
npm run review -- release ID [--as EMAIL]
npm run review -- release restored [--as EMAIL]   (all that a restore held back)
npm run review -- refuse ID --reason TEXT [--as EMAIL]   (the writer is told the reason)
npm run review -- undo ID [--as EMAIL]   (within two minutes, as long as nothing has left)
npm run review -- settle ID | decline ID [--as EMAIL]   (what an office asks; settling takes a corrected address over)
npm run review -- settle ID [--as EMAIL]   (also: a returned mail has been read; show ID shows it)
npm run review -- resume ADDRESS|DOMAIN [--reason TEXT] [--as EMAIL]   (what is paused takes letters again)
--as: the account of whoever decides; --by NAME: whoever has none; left out, it is your login here`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reason: { type: 'string' }, ...whoOptions },
});
const [verb = 'list', id = ''] = positionals;

type Reviewing = Pick<App, 'settings' | 'database' | 'keys'>;

await runOnce(async () => {
  const settings = readSettings(process.env, root);
  await onDatabase(settings, async ({ database }) => {
    await review({ settings, database, keys: await keysInUse(settings, database, { make: false }) });
  });
});

const ofLetters = ['take', 'give-back', 'release', 'refuse', 'undo'];

async function review(app: Reviewing): Promise<void> {
  if (verb === 'list') return list(app);
  if (verb === 'release' && id === 'restored')
    return sayLine(`${await releaseAfterRestore(app, await who(app, 'letters.decide'))} released`);
  if (verb === 'resume' && id)
    return decided(
      await resume(app.database, id, await who(app, 'representatives.resume'), reason()),
      `${id} takes letters again`,
    );
  if (!isId(id)) throw new Error(`which letter?\n${USAGE}`);
  if (verb === 'show') return show(app);
  const by = await who(app, ofLetters.includes(verb) ? 'letters.decide' : 'requests.settle');
  if (ofLetters.includes(verb)) return ofLetter(app, by);
  if (verb === 'settle' && (await settleReturned(app.database, id, by))) return sayLine('settle');
  if (verb === 'settle' || verb === 'decline')
    return decided(await decideRequest(app.database, id, { by, done: verb === 'settle' }), verb);
  throw new Error(`say what to do:\n${USAGE}`);
}

async function ofLetter(app: Reviewing, by: ActorId): Promise<void> {
  if (verb === 'release') return decideOne(app, { by }, 'released');
  if (verb === 'refuse' && values.reason)
    return decideOne(app, { by, refuse: readTypedReason(values.reason) }, 'refused');
  if (verb === 'take') return take(app, by);
  if (verb === 'give-back') return decided(await giveLetterBack(app, id, by), 'given back');
  if (verb === 'undo') return undo(app, by);
  throw new Error(`say what to do:\n${USAGE}`);
}

async function decideOne(app: Reviewing, decision: Decision, what: string): Promise<void> {
  const { done, taken } = await decideLetters(app, [id], decision);
  for (const { taker, until } of taken) throw new Error(takenUntil(app, taker, until));
  decided(done.length === 1, what);
}

function readTypedReason(typed: string): string {
  const read = readReason(typed);
  if ('reason' in read) return read.reason;
  throw new Error(read.wrong === 'none' ? '--reason says nothing' : `--reason: at most ${LONGEST_REASON} characters`);
}

async function take(app: Reviewing, by: ActorId): Promise<void> {
  const taken = await takeLetter(app, id, by);
  if (!taken) return decided(false, 'taken');
  if (taken instanceof Date) return sayLine(`yours until ${at(app, taken)}`);
  throw new Error(takenUntil(app, taken.taker, taken.until));
}

function takenUntil(app: Reviewing, taker: string, until: Date): string {
  return `${taker} has it until ${at(app, until)}`;
}

const notUndone: Readonly<Record<Exclude<Undone, 'held'>, string>> = {
  left: 'too late: it is on its way, or its writer was told',
  withdrawn: 'its writer has taken it back',
  undecided: 'nothing was decided of such a letter',
};

async function undo(app: Reviewing, by: ActorId): Promise<void> {
  const undone = await undoDecision(app, id, by);
  if (undone !== 'held') throw new Error(notUndone[undone]);
  sayLine('held again');
}

function who(app: Reviewing, deed: Deed): Promise<ActorId> {
  return whoDoes(app, values, deed);
}

/** As long as the office takes it. */
function reason(): string | undefined {
  if (isLongerThan(values.reason ?? '', MOST_REASON)) throw new Error(`--reason: at most ${MOST_REASON} characters`);
  return values.reason;
}

async function list(app: Reviewing): Promise<void> {
  const letters = await heldLetters(app);
  sayLine(`${letters.length} letters wait for a look`);
  for (const letter of letters)
    sayLine(
      `${letter.id}  ${letter.campaign}  ${letter.because}  ${letter.since ? at(app, letter.since) : ''}  ${letter.subject}`,
    );
  await listRequests(app);
  await listReturned(app);
  await listPauses(app);
}

async function listRequests(app: Reviewing): Promise<void> {
  const requests = await requestsForStaff(app.database);
  sayLine(`${requests.length} requests of offices`);
  for (const { id, kind, value, detail } of requests) sayLine(`${id}  ${kind}  ${value}  ${detail ?? ''}`);
}

async function listReturned(app: Reviewing): Promise<void> {
  const returned = await returnedMails(app.database);
  sayLine(`${returned.length} returned mails want to be read (show ID, then settle ID)`);
  for (const { id, kind, at: when } of returned) sayLine(`${id}  ${kind}  ${at(app, when)}`);
}

async function show(app: Reviewing): Promise<void> {
  const [letter] = await heldLetters(app, id);
  const returned = letter ? undefined : await readReturned(app, id);
  if (returned === UNREADABLE)
    throw new Error('this mail can’t be opened: moved, damaged, or another key; settle puts it away');
  if (returned) return console.log(printable(returned));
  if (!letter) throw new Error('no such letter waits');
  console.log(`campaign: ${letter.campaign}\nheld because: ${letter.because}\n\n${letter.subject}\n\n${letter.body}`);
}

async function listPauses(app: Reviewing): Promise<void> {
  const paused = await pauses(app.database);
  sayLine(`${paused.length} addresses and domains are paused`);
  for (const { what, since, because } of paused) sayLine(`${what}  since ${at(app, since)}  ${because}`);
}

function at({ settings }: Reviewing, moment: Date): string {
  return minuteIn(settings.TIME_ZONE, moment);
}

/** A stranger wrote it: nothing in it may steer the terminal. */
function printable(message: string): string {
  return Buffer.from(message, 'latin1')
    .toString('utf8')
    .replaceAll(/[^\P{C}\n\t]/gu, '');
}

function decided(found: boolean, what: string): void {
  if (!found) throw new Error('nothing of that name waits');
  sayLine(what);
}
