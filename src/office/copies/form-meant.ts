import { NotFoundError } from '../../http/answer.ts';
import { officeAddresses } from '../addresses.ts';
import { mayOpen } from '../may-open.ts';
import type { StaffRequest } from '../office-route.ts';
import { routeAt } from '../route-at.ts';

/** The form of which a script of its page speaks. @throws NotFoundError where there is none, or none for whoever asks */
export function formMeant({ app, lang, form, session }: StaffRequest) {
  const action = form.get('to') ?? '';
  const isPath = /^(?:\/[\w.~-]+)+$/.test(action) && action.startsWith(`${officeAddresses.home(lang)}/`);
  const found = isPath ? routeAt(app.handed.officeRoutes, 'POST', action) : undefined;
  const copied = found?.route.copied;
  if (!found || !copied || !mayOpen(session, found.route.who)) throw new NotFoundError('a form that is copied');
  return { params: { ...found.params, lang }, fields: found.route.form.fields, copied, action };
}
