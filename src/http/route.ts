import type { AnyAddress } from './address.ts';
import type { Fields, Form } from './fields.ts';
import type { ShownHandler } from './request.ts';

interface Address {
  /** `:lang` in it is one of the site's languages, or the address does not exist. */
  readonly path: string;
  readonly handle: ShownHandler;
}

export interface GetRoute extends Address {
  readonly method: 'GET';
  /** What may stand behind the question mark; anything else is not seen. */
  readonly query: Fields;
  /** The page is the same whoever asks: it is rendered once for all who do, sees nothing of them, and may be kept. */
  readonly forAll: boolean;
}

export interface PostRoute extends Address {
  readonly method: 'POST';
  readonly form: Form;
}

/** One public address. */
export type Route = GetRoute | PostRoute;

export function get({ pattern: path }: AnyAddress, handle: ShownHandler, query: Fields = {}): GetRoute {
  return { method: 'GET', path, handle, query, forAll: true };
}

/** An address whose page is about one action, or fits itself to its reader: rendered for each request, and never kept. */
export function getForOne({ pattern: path }: AnyAddress, handle: ShownHandler, query: Fields = {}): GetRoute {
  return { method: 'GET', path, handle, query, forAll: false };
}

/** An address that acts: same origin only, this form only. */
export function post({ pattern: path }: AnyAddress, form: Form, handle: ShownHandler): PostRoute {
  return { method: 'POST', path, form, handle };
}
