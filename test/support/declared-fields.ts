import type { Fields } from '../../src/http/fields.ts';
import { fieldOf } from '../../src/http/read-fields.ts';
import type { Route } from '../../src/http/route.ts';
import { unescaped } from './supporter.ts';

/**
 * The fields of a page's forms that the address which a form goes to does not declare, and so would not see.
 * @param at the page's own address, to which a form goes that names none
 */
export function undeclaredFields(html: string, at: string, routes: readonly Route[]): string[] {
  return [...html.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].flatMap(([, form = '', inside = '']) => {
    const method = attribute(form, 'method')?.toUpperCase() ?? 'GET';
    return sentBy(inside, attribute(form, 'action') ?? at).flatMap(({ name, action }) => {
      const declared = declaredAt(routes, method, action);
      return declared && fieldOf(declared, name) ? [] : [`${method} ${action}: ${name}`];
    });
  });
}

/** What a form may send: a button may send it elsewhere, and then all of it. */
function sentBy(inside: string, action: string): { name: string; action: string }[] {
  const actions = [action, ...[...inside.matchAll(/formaction="([^"]*)"/gi)].map(([, other = '']) => unescaped(other))];
  const names = [...inside.matchAll(/<(?:input|select|textarea|button) ([^>]*)>/g)].flatMap(
    ([, tag = '']) => attribute(tag, 'name') ?? [],
  );
  return actions.flatMap((one) => [...new Set(names)].map((name) => ({ name, action: one })));
}

function declaredAt(routes: readonly Route[], method: string, action: string): Fields | undefined {
  const [pathname = ''] = action.split(/[?#]/);
  const route = routes.find((one) => one.method === method && leadsTo(one.path, pathname));
  return route?.method === 'POST' ? route.form.fields : route?.query;
}

function leadsTo(path: string, pathname: string): boolean {
  const [wanted, given] = [path.split('/'), pathname.split('/')];
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}
