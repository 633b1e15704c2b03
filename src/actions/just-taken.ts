import type { App } from '../http/app.ts';
import { openSealedAddress, sealAddress } from '../sealing/sealed-address.ts';
import { supporterKey } from '../sealing/sealing.ts';
import { type Mailbox, readMailbox } from '../text/mailbox.ts';
import { acceptAction } from './accept-action.ts';
import { findAction } from './action.ts';
import { kindOf } from './action-kind.ts';
import { deleteUnconfirmed, mailOnceMore } from './just-taken-queries.ts';
import { takeMail } from './mail-allowance.ts';

/** An action that somebody has just typed, as the page after it knows it: nobody else has what opens it. */
export interface JustTaken {
  readonly address: string;
  /** The action's id. */
  readonly act: string;
  /** The address is understood otherwise than it was typed. */
  readonly otherwise: boolean;
}

/** For the next page's address, legible to nobody, for half an hour. */
export function sealJustTaken(app: Pick<App, 'keys'>, taken: JustTaken): string {
  return sealAddress(app.keys, JSON.stringify(taken));
}

/** @returns undefined for anything that we did not seal in the last half hour */
export function openJustTaken(app: Pick<App, 'keys'>, token: string): JustTaken | undefined {
  const opened = openSealedAddress(app.keys, token);
  return opened?.startsWith('{') ? (JSON.parse(opened) as JustTaken) : undefined;
}

/** Mails the link to confirm once more, if the mailbox may have another; who asks is told the same, whatever became of the action. */
export async function mailAgain(app: App, { address, act: action }: JustTaken): Promise<void> {
  if (await takeMail(app, app.database, 'confirmation-again', address))
    await mailOnceMore(app.database, keyOf(app, address), action);
}

/**
 * Takes an action anew for the address that was meant, as it was typed, and gives up the one that waits at the other address. What its
 * holder has confirmed there stays theirs.
 * @returns what was taken, for the next page; where the action waits no longer, what was
 */
export async function correctAddress(app: App, taken: JustTaken, to: Mailbox, typed: string): Promise<JustTaken> {
  const key = keyOf(app, taken.address);
  const action = await findAction(app, key, taken.act);
  const corrected = { address: to.address, act: taken.act, otherwise: typed !== to.address };
  if (action?.state !== 'unconfirmed' || !action.details) return corrected;
  const retaken = await acceptAction(app, {
    ...action,
    details: action.details,
    mailbox: to,
    consents: action.ticked.map(({ purpose }) => purpose),
    letters: (await kindOf(app, action).offered?.(app, action)) ?? [],
  });
  await deleteUnconfirmed(app.database, key, taken.act);
  return { ...corrected, act: retaken };
}

function keyOf(app: Pick<App, 'keys'>, address: string): Buffer {
  return supporterKey(app.keys, readMailbox(address)?.comparable ?? '');
}
