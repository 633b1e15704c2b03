import type { Fields } from '../../src/http/fields.ts';
import type { PostRoute } from '../../src/http/route.ts';
import { rooms } from '../../src/rooms.ts';
import { routesOf } from '../../src/routes.ts';
import { WORST_BYTES, worstTexts } from './worst-texts.ts';

const routes = routesOf(rooms);

/** Every address that takes a form. */
export const formRoutes = routes.filter((route): route is PostRoute => route.method === 'POST');

/** The names of declared fields, as a page of ours would write them. */
export const namesOf = (fields: Fields) => Object.keys(fields).map((name) => name.replace('*', 'x'));

/** An address of a route's, with a value in each of its places. */
export const addressOf = (path: string, value = 'x') =>
  path.replace(':lang', 'en').replaceAll(/:\w+/g, () => encodeURIComponent(value));

/** Bodies of a form with the worst of texts in each of its fields, in as few bytes as can carry them. */
export function* worstBodies({ form }: PostRoute): Generator<{ name: string; body: string }> {
  for (const field of namesOf(form.fields)) {
    for (const [name, text] of worstTexts()) {
      const written = text.replace(/[%&+#;]/g, encodeURIComponent).slice(0, WORST_BYTES - field.length - 1);
      yield { name: `${field}: ${name}`, body: `${field}=${written}` };
    }
  }
}
