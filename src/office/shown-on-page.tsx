import { isFresh } from '../accounts/sessions.ts';
import { NotFoundError, seeOther } from '../http/answer.ts';
import type { Fields } from '../http/fields.ts';
import { fieldOf, readFields } from '../http/read-fields.ts';
import type { Key } from '../locales/words.ts';
import { officeAddresses } from './addresses.ts';
import { copiedFormAt } from './copies/find-copied-form.ts';
import { mayOpen } from './may-open.ts';
import { refusedPage } from './office-errors.tsx';
import type { OfficeAnswer, OfficeForm, OfficePage, StaffRequest } from './office-route.ts';
import { type At, pagesWith, routeAt } from './route-at.ts';
import { screen } from './screen.tsx';
import type { ShownAgain } from './shown-again.ts';
import { Token } from './token.tsx';
import { LeftOver } from './unsent-note.tsx';
import { behindHome } from './way-back.ts';

interface Again extends Pick<ShownAgain, 'given' | 'carried' | 'note'> {
  /** Where it is sent, behind the language. */
  readonly path: string;
  /** The page on which it is shown. */
  readonly here: string;
  /** What that is called where the page that it was on is no more. */
  readonly title: Key;
  /** With which version of its item it began; undefined: that is not known. */
  readonly version?: string;
}

/** A form with what stood in it before, on its own page, filled; nothing is done before it is sent. */
export async function shownOnPage(request: StaffRequest, { path, here, title, version, ...again }: Again) {
  const { app, lang, session } = request;
  const action = officeAddresses.home(lang) + path;
  const sent = routeAt(app.handed.officeRoutes, 'POST', action);
  if (!sent) throw new NotFoundError('a form');
  const { fields } = sent.route.form;
  if (!mayOpen(session, sent.route.who)) return refusedPage(request, 'role', writtenIn(again.given, fields));
  if (sent.route.fresh && !isFresh(session))
    return seeOther(officeAddresses.prove(lang, { to: behindHome(lang, here) }));
  const unsent = { ...again, fields, action };
  const shown = await onItsPages({ ...request, unsent }, sent, version);
  return shown ?? alone({ ...request, path: behindHome(lang, here) }, unsent, title);
}

type Showing = StaffRequest & { readonly unsent: ShownAgain };

async function onItsPages(request: Showing, sent: At<OfficeForm>, version: string | undefined) {
  for (const { route, params } of pagesWith(request.app.handed.officeRoutes, sent)) {
    const shown = await onItsPage({ ...request, params: { ...params, lang: request.lang } }, route, version);
    if (shown) return shown;
  }
  return undefined;
}

/** @returns undefined where somebody may not open that page, or the form does not stand there */
async function onItsPage(
  request: Showing,
  route: OfficePage,
  version: string | undefined,
): Promise<OfficeAnswer | undefined> {
  const { session, unsent } = request;
  const { who, fresh, query, handle } = route;
  if (who === 'anybody' || !mayOpen(session, who) || (fresh && !isFresh(session))) return undefined;
  const now = await copiedFormAt(request, route);
  const copied = now && { ...now, version: version ?? now.version, waiting: undefined };
  const answer = await handle({ ...request, copied, query: readFields(unsent.given, query).given }).catch(
    (error: Error) => {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    },
  );
  const [name] = unsent.carried;
  const isThere = answer?.kind === 'page' && answer.status === 200 && answer.html.includes(` name="${name}"`);
  return isThere ? answer : undefined;
}

/** Where its page has no such form any more: what was typed can be sent by itself; what was only chosen is not sent unseen. */
function alone(request: StaffRequest, unsent: ShownAgain, title: Key) {
  const { view, token } = request;
  if (writtenIn(unsent.given, unsent.fields).length === 0) return screen({ ...request, unsent }, view.t(title), null);
  return screen(
    { ...request, unsent },
    view.t(title),
    <form method="post" action={unsent.action} noValidate>
      <Token token={token} />
      <LeftOver view={view} unsent={unsent} left={[...unsent.given]} />
      <p className="row">
        <button className="go" type="submit">
          {view.t('office.unsent.send')}
        </button>
      </p>
    </form>,
  );
}

function writtenIn(given: URLSearchParams, fields: Fields): string[] {
  return [...given].flatMap(([name, text]) => (fieldOf(fields, name)?.label ? text.trim() || [] : []));
}
