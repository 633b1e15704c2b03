import { isFresh } from '../accounts/sessions.ts';
import { forgetUnsentForm, type UnsentForm, unsentFormsOf } from '../accounts/unsent-forms.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import type { Fields } from '../http/fields.ts';
import { fieldOf, readFields } from '../http/read-fields.ts';
import { officeAddresses } from './addresses.ts';
import { mayOpen } from './may-open.ts';
import { refusedPage } from './office-errors.tsx';
import type { OfficeAnswer, OfficePage, StaffRequest } from './office-route.ts';
import { pagesWith, routeAt } from './route-at.ts';
import { screen } from './screen.tsx';
import { type ShownAgain, UNSENT } from './shown-again.ts';
import { Token } from './token.tsx';
import { LeftOver } from './unsent-note.tsx';
import { behindHome } from './way-back.ts';

/** The form that somebody sent and that was not done, on its own page, filled; nothing is done before it is sent again. */
export async function unsentPage(request: StaffRequest): Promise<OfficeAnswer> {
  const { app, lang, session } = request;
  const form = await ownUnsent(request);
  const action = officeAddresses.home(lang) + form.path;
  const sent = routeAt(app.handed.officeRoutes, 'POST', action);
  if (!sent) throw new NotFoundError('a form');
  const { fields } = sent.route.form;
  if (!mayOpen(session, sent.route.who)) return refusedPage(request, 'role', writtenIn(form.fields, fields));
  const here = behindHome(lang, officeAddresses.unsent(lang, form.id));
  if (sent.route.fresh && !isFresh(session)) return seeOther(officeAddresses.prove(lang, { to: here }));
  for (const { route, params } of pagesWith(app.handed.officeRoutes, sent)) {
    const shown = await onItsPage({ ...request, params: { ...params, lang }, unsent: { form, fields, action } }, route);
    if (shown) return shown;
  }
  return alone({ ...request, path: here }, { form, fields, action });
}

async function ownUnsent({ app, session, params }: StaffRequest): Promise<UnsentForm> {
  const own = await unsentFormsOf(app, session.actor_id);
  const one = own.find(({ id }) => id === params.id);
  if (!one) throw new NotFoundError('what was unsent');
  return one;
}

/** @returns undefined where somebody may not open that page, or the form does not stand there */
async function onItsPage(
  request: StaffRequest & { readonly unsent: ShownAgain },
  { who, fresh, query, handle }: OfficePage,
): Promise<OfficeAnswer | undefined> {
  const { session, unsent } = request;
  if (who === 'anybody' || !mayOpen(session, who) || (fresh && !isFresh(session))) return undefined;
  const answer = await handle({ ...request, query: readFields(unsent.form.fields, query).given }).catch(
    (error: Error) => {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    },
  );
  const isThere = answer?.kind === 'page' && answer.status === 200 && answer.html.includes(` name="${UNSENT}"`);
  return isThere ? answer : undefined;
}

/** Where its page has no such form any more: what was typed can be sent by itself; what was only chosen is not sent unseen. */
function alone(request: StaffRequest, unsent: ShownAgain) {
  const { view, token } = request;
  if (writtenIn(unsent.form.fields, unsent.fields).length === 0)
    return screen({ ...request, unsent }, view.t('office.unsent.title'), null);
  return screen(
    { ...request, unsent },
    view.t('office.unsent.title'),
    <form method="post" action={unsent.action} noValidate>
      <Token token={token} />
      <LeftOver view={view} unsent={unsent} left={[...unsent.form.fields]} />
      <p className="row">
        <button className="go" type="submit">
          {view.t('office.unsent.send')}
        </button>
      </p>
    </form>,
  );
}

function writtenIn(form: URLSearchParams, fields: Fields): string[] {
  return [...form].flatMap(([name, text]) => (fieldOf(fields, name)?.label ? text.trim() || [] : []));
}

/** Throws it away. */
export async function throwUnsentAway({ app, lang, session, params }: StaffRequest) {
  if (!isId(params.id ?? '')) throw new NotFoundError('what was unsent');
  await forgetUnsentForm(app.database, session.actor_id, params.id ?? '');
  return seeOther(officeAddresses.home(lang));
}
