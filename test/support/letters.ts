import { randomBytes } from 'node:crypto';

/** In SQL, what is set where a lease has run out: the letter it is of is as much older. */
export const LEASE_OVER = ['created_at', 'confirmed_at', 'claimed_at']
  .map((moment) => `${moment} = ${moment} - interval '1 hour'`)
  .join(', ');

/** What a letter has that was handed over in one try. */
export const handedOver = (at = new Date()) => ({
  state: 'handed-over',
  handed_over_at: at,
  claimed_at: at,
  attempts: 1,
  bounce_id: randomBytes(10),
  reply: '250 ok',
});
