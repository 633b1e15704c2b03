import { timingSafeEqual } from 'node:crypto';

/** Whether somebody showed a secret, in a time that tells nothing of it. Lengths are compared in bytes: letters may have several. */
export function sameSecret(given: string, secret: string): boolean {
  const [shown, wanted] = [Buffer.from(given), Buffer.from(secret)];
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
