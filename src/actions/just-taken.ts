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
  /** Its id. */
  readonly action: string;
  /** The address is understood otherwise than it was typed. */
  readonly otherwise: boolean;
}

/** As it stands in addresses, which processes of other versions read too. */
interface Sealed extends Omit<JustTaken, 'action'> {
  readonly act: string;
}

/** For the next page's address, legible to nobody, for half an hour. */
export function sealJustTaken(app: Pick<App, 'keys'>, { address, action, otherwise }: JustTaken): string {
  return sealAddress(app.keys, JSON.stringify({ address, act: action, otherwise } satisfies Sealed));
}

/** @returns undefined for anything that we did not seal in the last half hour */
export function openJustTaken(app: Pick<App, 'keys'>, token: string): JustTaken | undefined {
  const opened = openSealedAddress(app.keys, token);
  if (!opened?.startsWith('{')) return undefined;
  const { act: action, ...taken } = JSON.parse(opened) as Sealed;
  return { ...taken, action };
}

/** Mails the link to confirm once more, if the mailbox may have another; who asks is told the same, whatever became of the action. */
export async function mailAgain(app: App, { address, action }: JustTaken): Promise<void> {
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
  const action = await findAction(app, key, taken.action);
  const corrected = { address: to.address, action: taken.action, otherwise: typed !== to.address };
  if (action?.state !== 'unconfirmed' || !action.details) return corrected;
  const retaken = await acceptAction(app, {
    ...action,
    details: action.details,
    mailbox: to,
    consents: action.ticked.map(({ purpose }) => purpose),
    letters: (await kindOf(app, action).offered?.(app, action)) ?? [],
  });
  await deleteUnconfirmed(app.database, key, taken.action);
  return { ...corrected, action: retaken };
}

function keyOf(app: Pick<App, 'keys'>, address: string): Buffer {
  return supporterKey(app.keys, readMailbox(address)?.comparable ?? '');
}
