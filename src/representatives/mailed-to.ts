import type { Channel, Representative } from './find-representatives.ts';
import { mailChannel } from './naming.ts';

/** Who is reached at one mailbox, of those that a letter is for; it goes to the first. */
export interface Mailed {
  readonly channel: Channel;
  readonly addressee: Representative;
  /** Everybody of them who is reached there, the first included. */
  readonly sharing: readonly Representative[];
}

/** Those who are reached by mail, one for each mailbox, in the order given. */
export function mailedTo(representatives: readonly Representative[]): Mailed[] {
  const byMailbox = Map.groupBy(
    representatives.filter((one) => mailChannel(one)),
    (one) => mailChannel(one)?.mailbox,
  );
  return [...byMailbox.values()].flatMap((sharing) => {
    const [addressee] = sharing;
    const channel = addressee && mailChannel(addressee);
    return channel ? [{ channel, addressee, sharing }] : [];
  });
}
