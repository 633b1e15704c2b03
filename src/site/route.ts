import type { Handler } from './visit.ts';

/** One public address. `:lang` in it is one of the site's languages, or the address does not exist. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: Handler;
}

export function get(path: string, handle: Handler): Route {
  return { method: 'GET', path, handle };
}

/** An address that acts: same origin only, a form only. */
export function post(path: string, handle: Handler): Route {
  return { method: 'POST', path, handle };
}
