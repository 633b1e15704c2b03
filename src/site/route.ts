import type { Fields, Form } from './fields.ts';
import type { Handler } from './visit.ts';

interface Address {
  /** `:lang` in it is one of the site's languages, or the address does not exist. */
  readonly path: string;
  readonly handle: Handler;
}

export interface GetRoute extends Address {
  readonly method: 'GET';
  /** What may stand behind the question mark; anything else is not seen. */
  readonly query: Fields;
}

export interface PostRoute extends Address {
  readonly method: 'POST';
  readonly form: Form;
}

/** One public address. */
export type Route = GetRoute | PostRoute;

export function get(path: string, handle: Handler, query: Fields = {}): GetRoute {
  return { method: 'GET', path, handle, query };
}

/** An address whose answer fits itself to its reader. */
export function getForOne(path: string, handle: Handler, query: Fields = {}): GetRoute {
  return get(path, handle, query);
}

/** An address that acts: same origin only, this form only. */
export function post(path: string, form: Form, handle: Handler): PostRoute {
  return { method: 'POST', path, form, handle };
}
