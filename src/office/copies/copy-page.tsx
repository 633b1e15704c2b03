import { copiesOf, forgetCopy, type WorkingCopy } from '../../accounts/working-copies.ts';
import { NotFoundError, seeOther } from '../../http/answer.ts';
import { officeAddresses } from '../addresses.ts';
import type { OfficeAnswer, StaffRequest } from '../office-route.ts';
import { shownOnPage } from '../shown-on-page.tsx';
import { COPY, markOf } from './copied-form.ts';
import { CopyGoesOn } from './copy-note.tsx';

/** A working copy, on the page of its form, filled: it was read at the version with which it began, and is saved as one that was. */
export async function copyPage(request: StaffRequest): Promise<OfficeAnswer> {
  const copy = await ownCopy(request);
  return shownOnPage(request, {
    ...{ path: copy.path, given: copy.fields, carried: [COPY, markOf(copy)], title: 'office.copy.title' },
    ...{ version: copy.version, here: officeAddresses.copy(request.lang, copy.id) },
    note: <CopyGoesOn request={request} copy={copy} />,
  });
}

/** Throws it away. */
export async function throwCopyAway(request: StaffRequest): Promise<OfficeAnswer> {
  const { app, lang, session } = request;
  const copy = await ownCopy(request);
  await forgetCopy(app.database, session.actor_id, { id: copy.id });
  return seeOther(officeAddresses.home(lang) + copy.path);
}

async function ownCopy({ app, session, params }: StaffRequest): Promise<WorkingCopy> {
  const own = await copiesOf(app, session.actor_id);
  const one = own.find(({ id }) => id === params.id);
  if (!one) throw new NotFoundError('a working copy');
  return one;
}
