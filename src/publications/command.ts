import type { Deed } from '../accounts/roles.ts';
import type { ActorId } from '../actors/actors.ts';
import { isLang, type Lang, langs } from '../config/langs.ts';
import type { Database } from '../database/database.ts';
import { readMoment } from '../text/moment.ts';
import { minuteIn, type TimeZone } from '../text/time-zone.ts';
import { findItem, type Listed } from './list-publications.ts';
import type { Item, PublicationKind } from './publication-kind.ts';
import { bar, embargo, publish, unpublish } from './publications.ts';
import { type RemovalReason, removalReasons, removeForSafety, type SafetyRemoval } from './safety-removals.ts';

export const USAGE = `npm run publication -- list
npm run publication -- publish KIND NAME [LANG…] [--from 2026-12-01T09:00Z]
npm run publication -- draft|in-review KIND NAME [LANG…]
npm run publication -- embargo KIND NAME --from 2026-12-01T09:00Z --because TEXT
npm run publication -- hide|withdraw KIND NAME --because TEXT
npm run publication -- end-embargo|unhide|reinstate KIND NAME
npm run publication -- remove-for-safety picture NAME --reason REASON   (at once and for good)
npm run publication -- removed   (what was: a list for npm run restore FILE -- --removed LIST)
  KIND: campaign, ask or picture; NAME: as “list” says it; LANG: all four where left out; --as EMAIL: your account`;

/** What an operator typed can't be done; the message says what can. */
export class WrongCommandError extends Error {
  override readonly name = 'WrongCommandError';
}

/** What an operator typed. */
export interface Typed {
  /** The verb, the kind, the name, the languages. */
  readonly words: readonly string[];
  readonly from?: string | undefined;
  readonly because?: string | undefined;
  /** Of a removal for safety: one of the kinds of reasons. */
  readonly reason?: string | undefined;
}

const REMOVE = 'remove-for-safety';

type Change = (database: Database, item: Item, typed: Typed, by: ActorId) => Promise<void>;

const changes: Readonly<Record<string, Change>> = {
  publish: (database, item, typed, by) => publish(database, item, languages(typed), by, moment(typed)),
  draft: (database, item, typed, by) => unpublish(database, item, languages(typed), 'draft', by),
  'in-review': (database, item, typed, by) => unpublish(database, item, languages(typed), 'in-review', by),
  embargo: (database, item, typed, by) => {
    const until = moment(typed);
    if (!until) throw new WrongCommandError('--from: when the embargo ends');
    return embargo(database, item, until, by, because(typed));
  },
  'end-embargo': (database, item, _, by) => embargo(database, item, undefined, by),
  hide: (database, item, typed, by) => bar(database, item, 'hidden', by, because(typed)),
  unhide: (database, item, _, by) => bar(database, item, 'hidden', by, undefined),
  withdraw: (database, item, typed, by) => bar(database, item, 'withdrawn', by, because(typed)),
  reinstate: (database, item, _, by) => bar(database, item, 'withdrawn', by, undefined),
};

/** What somebody has to be allowed for what they typed, at the least; the operation looks at the thing itself. */
export function deedOf({ words: [verb] }: Typed): Deed {
  if (verb === REMOVE) return 'publications.remove-for-safety';
  return verb === 'draft' || verb === 'in-review' ? 'publications.hand-in' : 'publications.change';
}

/** Does what an operator typed. @throws WrongCommandError, NoSuchItemError saying what can be typed; then nothing was changed */
export async function changePublication(
  database: Database,
  kinds: readonly PublicationKind[],
  typed: Typed,
  by: ActorId,
): Promise<void> {
  const [verb = '', kind, name] = typed.words;
  if (verb === REMOVE && kind && name) {
    const item = await findItem(database, kinds, kind, name);
    await removeForSafety(database, kinds, item, reason(typed), by);
    return;
  }
  const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
  if (!change || !kind || !name) throw new WrongCommandError(`say what to do:\n${USAGE}`);
  await change(database, await findItem(database, kinds, kind, name), typed, by);
}

function languages({ words: [, , , ...typed] }: Typed): readonly Lang[] {
  const wrong = typed.find((one) => !isLang(one));
  if (wrong !== undefined) throw new WrongCommandError(`LANG: ${langs.join(', ')}, not “${wrong}”`);
  return typed.length > 0 ? typed.filter(isLang) : langs;
}

/** A moment has its offset: what is to appear at nine must not appear at another nine. */
function moment({ from }: Typed): Date | undefined {
  if (from === undefined) return undefined;
  const at = readMoment(from);
  if (!at) throw new WrongCommandError('--from: a moment with its offset, such as 2026-12-01T09:00+01:00');
  return at;
}

function because({ because: why = '' }: Typed): string {
  if (!why.trim()) throw new WrongCommandError('--because: why, for whoever asks later');
  return why.trim();
}

function reason({ reason: typed = '' }: Typed): RemovalReason {
  const known = removalReasons.find((one) => one === typed);
  if (!known) throw new WrongCommandError(`--reason: ${removalReasons.join(', ')}, not “${typed}”`);
  return known;
}

/** One line for the operator, as `alsoRemoved` reads it. */
export function tellRemoval({ id, kind, reason: why, removed_at }: SafetyRemoval): string {
  return `${removed_at.toISOString()} ${kind} ${id} ${why}`;
}

/** One line for the operator. */
export function tellPublication({ kind, name, languages: of, ...row }: Listed, zone: TimeZone): string {
  const states = of.map(({ lang, state, public_from }) =>
    state === 'scheduled' && public_from ? `${lang} scheduled for ${minuteIn(zone, public_from)}` : `${lang} ${state}`,
  );
  const barred = [
    ...(row.embargoed_until ? [`embargo until ${minuteIn(zone, row.embargoed_until)}`] : []),
    ...(row.withdrawn_at ? ['withdrawn'] : []),
    ...(row.hidden_at ? ['hidden'] : []),
  ];
  return `${kind} ${name}  ${[...states, ...barred].join(', ')}`;
}
