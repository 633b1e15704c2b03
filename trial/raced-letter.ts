import { type Action, findAction } from '../src/actions/action.ts';
import { confirmAction } from '../src/actions/confirm-action.ts';
import { withdrawAction } from '../src/actions/withdraw-action.ts';
import { openDatabase } from '../src/database/database.ts';
import type { App } from '../src/http/app.ts';
import { deliverLetters, recoverDeliveries } from '../src/letters/deliver-letters.ts';
import { lettersLeaving } from '../src/letters/withdraw-letters.ts';
import type { HandOver } from '../src/mail/mail.ts';
import { eraseEverything } from '../src/supporters/erase.ts';
import { LEASE_OVER } from '../test/support/letters.ts';
import { offer } from '../test/support/offer.ts';
import { scriptedPost } from '../test/support/post.ts';
import { stepByStep } from './interleaving.ts';
import type { Random } from './random.ts';

export type Racer = 'confirm' | 'withdraw' | 'erase' | 'deliver' | 'recover';
type Step = () => Promise<void>;

/** What a receiving server may say; the last hangs up after the body, which may have arrived. */
const answers: readonly HandOver[] = [
  { outcome: 'accepted', reply: '250 2.0.0 ok' },
  { outcome: 'accepted', reply: '250 2.0.0 ok' },
  { outcome: 'deferred', reply: '451 4.3.0 later', because: 'receiver' },
  { outcome: 'refused', reply: '550 5.6.0 no', meaning: 'other' },
  { outcome: 'unknown', reply: '' },
];

/** One letter that several do something with at once, and what was told and what arrived, in order. */
export class RacedLetter {
  readonly app: App;
  readonly action: Action;
  readonly names: readonly Racer[];
  readonly #answer: HandOver;
  #moment = 0;
  /** Moments at which it arrived. */
  readonly arrivals: number[] = [];
  /** Moments at which its writer was told that it is taken back or erased, and how many letters were said to be leaving. */
  readonly takenBackAnswers: { readonly at: number; readonly leaving: number }[] = [];
  confirmed = false;
  erased = false;
  withdrawn = false;

  static async offered(app: App, random: Random, names: readonly Racer[]): Promise<RacedLetter> {
    await clear(app);
    const { id: campaignId } = await app.database
      .selectFrom('campaigns')
      .select('id')
      .where('slug', '=', 'united-by-common-bonds')
      .executeTakeFirstOrThrow();
    const email = `writer.${Math.floor(random.share() * 1e9)}@mail.example`;
    const action = await offer(app, campaignId, email, { kind: 'letter' });
    const letter = new RacedLetter(app, action, names, random.oneOf(answers));
    if (!names.includes('confirm') || random.chance(0.3)) letter.confirmed = await confirmAction(app, action, 'en');
    await makeDue(app);
    return letter;
  }

  private constructor(app: App, action: Action, names: readonly Racer[], answer: HandOver) {
    this.app = app;
    this.action = action;
    this.names = names;
    this.#answer = answer;
  }

  actors(): ((step: Step) => Promise<unknown>)[] {
    return this.names.map((name) => (step: Step) => {
      const pool = stepByStep(this.app.pool, step);
      return this.#does[name]({ ...this.app, pool, database: openDatabase(pool) }, step);
    });
  }

  readonly #does: Readonly<Record<Racer, (app: App, step: Step) => Promise<unknown>>> = {
    confirm: async (app) => {
      const action = await this.#found(app);
      if (action && (await confirmAction(app, action, 'en'))) this.confirmed = true;
    },
    withdraw: async (app) => {
      const action = await this.#found(app);
      if (!action || !(await withdrawAction(app, action))) return;
      this.withdrawn = true;
      this.#tell(await lettersLeaving(app.database, action.supporterKey, action.id));
    },
    erase: async (app) => {
      const erased = await eraseEverything(app, this.action.supporterKey);
      if (!erased) return;
      this.erased = true;
      this.#tell(erased.leaving);
    },
    deliver: async (app, step) => this.#deliver(app, step, this.#answer),
    recover: async (app) => {
      await app.pool.query(`UPDATE letters SET ${LEASE_OVER}`);
      await recoverDeliveries(app);
    },
  };

  /** What is left is tried until nothing moves, by a server that takes everything. */
  async settle(): Promise<void> {
    await this.app.pool.query(`UPDATE letters SET ${LEASE_OVER}`);
    await recoverDeliveries(this.app);
    await makeDue(this.app);
    await this.#deliver(this.app, async () => {}, { outcome: 'accepted', reply: '250 2.0.0 ok' });
  }

  async #deliver(app: App, step: Step, answer: HandOver): Promise<void> {
    const post = scriptedPost(app);
    post.answer = async () => {
      await step();
      if (['accepted', 'unknown'].includes(answer.outcome)) this.arrivals.push(this.#now());
      await step();
      return answer;
    };
    // Each look for more would be a step: one that looks again and again would keep the others from theirs.
    await deliverLetters(app, post, undefined, 60_000);
  }

  #found(app: App): Promise<Action | undefined> {
    return findAction(app, this.action.supporterKey, this.action.id);
  }

  #tell(leaving: number): void {
    this.takenBackAnswers.push({ at: this.#now(), leaving });
  }

  #now(): number {
    this.#moment += 1;
    return this.#moment;
  }
}

async function clear({ pool }: App): Promise<void> {
  await pool.query(
    'TRUNCATE letters, actions, supporters, campaign_supporters, consents, tally_marks, delivery_queues CASCADE',
  );
}

async function makeDue({ pool }: App): Promise<void> {
  await pool.query('UPDATE mailboxes SET hourly_budget = 36000000, paused_at = NULL, paused_because = NULL');
  await pool.query('UPDATE receiving_domains SET hourly_budget = 36000000, paused_at = NULL, next_at = now()');
  await pool.query(`UPDATE letters SET due_at = now() WHERE state = 'waiting'`);
  await pool.query('UPDATE delivery_queues SET next_at = now()');
}
