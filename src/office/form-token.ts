import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActorId } from '../actors/actors.ts';
import type { Keys } from '../config/keys.ts';
import { isId } from '../database/is-id.ts';

/** The field by which each form of the office says that a page of ours made it, for this browser. */
export const TOKEN = 'form-token';

/** @param secret what the browser alone holds: its session, or before there is one by what it is known */
export function formToken(secret: string): string {
  return createHmac('sha256', secret).update('a form of the office').digest('base64url');
}

export function isFormToken(secret: string, given: string): boolean {
  return isSame(formToken(secret), given.split('.')[0] ?? '');
}

interface Whose {
  readonly keys: Pick<Keys, 'current' | 'available'>;
  /** By which the browser is known. */
  readonly browser: string;
}

/** The same for a session, with whose it is: once it has ended, what its forms hold is still theirs (`whoseForm`). */
export function sessionToken({ keys, browser }: Whose, secret: string, actor: ActorId): string {
  const said = `${formToken(secret)}.${actor}`;
  return `${said}.${stamp(keys.current.stamps, browser, said)}`;
}

/** Whose session a form was made in, for this browser; undefined where we made no such form. It proves nothing of who sends it. */
export function whoseForm({ keys, browser }: Whose, given: string): ActorId | undefined {
  const [proof = '', actor = '', stamped = ''] = given.split('.');
  const ours = keys.available.some(({ stamps }) => isSame(stamp(stamps, browser, `${proof}.${actor}`), stamped));
  return ours && isId(actor) ? (actor as ActorId) : undefined;
}

function stamp(key: Buffer, browser: string, said: string): string {
  const whole = createHmac('sha256', key).update(`whose form of the office this is: ${browser} ${said}`).digest();
  return whole.subarray(0, 16).toString('base64url');
}

function isSame(one: string, other: string): boolean {
  const [expected, said] = [Buffer.from(one), Buffer.from(other)];
  return expected.length === said.length && timingSafeEqual(expected, said);
}
