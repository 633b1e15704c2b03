import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { type Day, isDay } from '../text/partial-day.ts';
import type { Judgement } from './judgement.ts';
import { selectJudged } from './risk-queries.ts';
import { isRisk } from './risks.ts';
import { insertJudgements, selectStates, setRisk } from './state-queries.ts';
import { versionOf } from './typed-judgement.ts';

export const USAGE = `npm run risk -- list
npm run risk -- open STATE --because TEXT --source TEXT --on YYYY-MM-DD
npm run risk -- warn|closed STATE --because TEXT [--source TEXT] [--on YYYY-MM-DD]
  STATE: its code, such as KEN; --as EMAIL: your account
  --on: the day of the source, or on which somebody looked; today where it is left out`;

/** What an operator typed can't be done; the message says what can. */
export class WrongJudgementError extends Error {
  override readonly name = 'WrongJudgementError';
}

/** What an operator typed. */
export interface TypedJudgement {
  /** The level and the state. */
  readonly words: readonly string[];
  readonly because?: string | undefined;
  readonly source?: string | undefined;
  readonly on?: string | undefined;
}

/** @throws WrongJudgementError */
export function readJudgement({ words, because = '', source = '', on }: TypedJudgement, today: Day): Judgement {
  const [level = '', state = ''] = words;
  if (!isRisk(level) || !state) throw new WrongJudgementError(`say what to do:\n${USAGE}`);
  if (!because.trim()) throw new WrongJudgementError('--because: why, for whoever asks later');
  if (on !== undefined && (!isDay(on) || on > today))
    throw new WrongJudgementError('--on: a day until today, such as 2026-07-17');
  if (level === 'open' && (!source.trim() || on === undefined))
    throw new WrongJudgementError(
      'open: only with --source and --on, where and on which day it was read that nobody is harmed for writing',
    );
  return { state: state.toUpperCase(), level, because: because.trim(), source: source.trim() || null, on: on ?? today };
}

/**
 * Sets it, with who says so, and takes pages away that go on asking where it has become dangerous.
 * @param was what it was read at (`versionOf`); left out: whatever stands now
 * @returns false where somebody else has judged since it was read, and nothing has changed
 * @throws WrongJudgementError
 */
export async function judgeRisk(database: Database, judgement: Judgement, by: ActorId, was?: string): Promise<boolean> {
  const { state, because, ...after } = judgement;
  return database.transaction().execute(async (trx) => {
    const stored = await selectJudged(trx, state, true);
    if (!stored) throw new WrongJudgementError(`${state}: no state has this code`);
    if (was !== undefined && was !== versionOf(stored)) return false;
    await setRisk(trx, judgement);
    await insertJudgements(trx, [judgement], by);
    const before = { level: stored.risk, source: stored.risk_source, on: stored.risk_judged_on };
    await writeAudit(trx, { by, operation: 'states.judge-risk', item: ['state', state], because, before, after });
    await dropPages(trx, ['states'], 'remove');
    return true;
  });
}

/** What stands of states about which somebody judged, or that are not as all begin, a line each. */
export async function tellRisks(database: Database): Promise<string[]> {
  return (await selectStates(database))
    .filter(({ risk, risk_judged_on }) => risk !== 'warn' || risk_judged_on !== null)
    .map(({ iso3, risk, risk_judged_on, risk_source }) =>
      [iso3, risk, risk_judged_on ?? 'not looked at since it came', risk_source]
        .filter((one) => one !== null)
        .join('  '),
    );
}
