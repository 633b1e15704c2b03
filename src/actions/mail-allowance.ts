import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { giveBackAllowance, takeAllowance } from './mail-allowance-queries.ts';
import { limitKeys } from './mail-limit.ts';

const HOUR = 3_600_000;

/** Mails that somebody else can cause to a mailbox, besides first confirmations (see `confirmation_due_at`): how many within which time. */
export const mailLimits = {
  'data-link': { most: 1, within: HOUR },
  'renewed-link': { most: 1, within: HOUR },
  'confirmation-again': { most: 2, within: HOUR },
  /** Whoever looks after people's data sends it: beside the limit of the mail itself, also where nothing is held. */
  'staff-data-link': { most: 3, within: 24 * HOUR },
  'addressee-link': { most: 5, within: 24 * HOUR },
} as const;

export type LimitedMail = keyof typeof mailLimits;

/** A mail that may leave. */
export interface Allowance {
  /** The mail did not leave after all. */
  giveBack(): Promise<void>;
}

/**
 * Takes one mail from what a mailbox may get, under whichever of its addresses.
 * @param address as it is written to
 * @returns undefined where it got enough lately
 */
export async function takeMail(
  app: Pick<App, 'keys'>,
  queries: Queries,
  kind: LimitedMail,
  address: string,
  now = new Date(),
): Promise<Allowance | undefined> {
  const who = { mailbox: limitKeys(app.keys, address.toLowerCase()).mailbox, kind };
  if (!(await takeAllowance(queries, who, mailLimits[kind], now))) return undefined;
  return { giveBack: () => giveBackAllowance(queries, who, now) };
}
