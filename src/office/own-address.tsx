import { askNewAddress, changeKinds, stopOwn } from '../accounts/changes.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields, typed } from '../http/fields.ts';
import { accountPageWith } from './account-page.tsx';
import { officeAddresses } from './addresses.ts';
import { tellChange } from './invite.ts';
import type { StaffRequest } from './office-route.ts';

export const addressFields: Fields = { email: typed('office.address.new', 254) };
export const stopFields: Fields = { kind: chosen(20) };

/** One's own codes to another address, a day later; the old one is told at once. */
export async function changeAddress(request: StaffRequest) {
  const { app, session, form, lang, view } = request;
  const outcome = await askNewAddress(app, session, form.get('email') ?? '', tellChange);
  if (outcome === 'asked') return seeOther(officeAddresses.account(lang));
  const words = view.t(outcome === 'taken' ? 'office.address.taken' : 'office.email.wrong');
  return accountPageWith(request, new Map([['email', words]]));
}

/** Stops a change of one's own account. */
export async function stopOwnChange({ app, session, form, lang }: StaffRequest) {
  const kind = changeKinds.find((one) => one === form.get('kind'));
  if (!kind) throw new NotFoundError('a change');
  await stopOwn(app.database, session, kind);
  return seeOther(officeAddresses.account(lang));
}
