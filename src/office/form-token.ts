import { createHmac, timingSafeEqual } from 'node:crypto';

/** The field by which each form of the office says that a page of ours made it, for this browser. */
export const TOKEN = 'form-token';

/** @param secret what the browser alone holds: its session, or before there is one by what it is known */
export function formToken(secret: string): string {
  return createHmac('sha256', secret).update('a form of the office').digest('base64url');
}

export function isFormToken(secret: string, given: string): boolean {
  const [expected, said] = [Buffer.from(formToken(secret)), Buffer.from(given)];
  return expected.length === said.length && timingSafeEqual(expected, said);
}
