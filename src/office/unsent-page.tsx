import { forgetUnsentForm, type UnsentForm, unsentFormsOf } from '../accounts/unsent-forms.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import { officeAddresses } from './addresses.ts';
import type { OfficeAnswer, StaffRequest } from './office-route.ts';
import { UNSENT } from './shown-again.ts';
import { shownOnPage } from './shown-on-page.tsx';
import { UnsentNote } from './unsent-note.tsx';

/** The form that somebody sent and that was not done, on its own page, filled. */
export async function unsentPage(request: StaffRequest): Promise<OfficeAnswer> {
  const form = await ownUnsent(request);
  return shownOnPage(request, {
    ...{ path: form.path, given: form.fields, carried: [UNSENT, form.id], title: 'office.unsent.title' },
    here: officeAddresses.unsent(request.lang, form.id),
    note: <UnsentNote request={request} form={form} />,
  });
}

async function ownUnsent({ app, session, params }: StaffRequest): Promise<UnsentForm> {
  const own = await unsentFormsOf(app, session.actor_id);
  const one = own.find(({ id }) => id === params.id);
  if (!one) throw new NotFoundError('what was unsent');
  return one;
}

/** Throws it away. */
export async function throwUnsentAway({ app, lang, session, params }: StaffRequest) {
  if (!isId(params.id ?? '')) throw new NotFoundError('what was unsent');
  await forgetUnsentForm(app.database, session.actor_id, params.id ?? '');
  return seeOther(officeAddresses.home(lang));
}
