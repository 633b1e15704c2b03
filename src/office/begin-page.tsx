import { isNameToCome } from '../accounts/called.ts';
import { type Opened, openAccountLink, takeAccountLink, type Untaken } from '../accounts/links.ts';
import { isDemonstration } from '../controllers/install.ts';
import { seeOther } from '../http/answer.ts';
import { type Fields, typed } from '../http/fields.ts';
import { EmailField, Field } from '../site/components/field.tsx';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { readMailbox } from '../text/mailbox.ts';
import { officeAddresses } from './addresses.ts';
import type { OfficeRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import { screen } from './screen.tsx';

export const beginFields: Fields = { name: typed('office.begin.name', 120), email: typed('office.email', 254) };

/** What a link opens: an invitation, or the first administrator's. Looking at it spends nothing. */
export async function beginPage(request: OfficeRequest) {
  const opened = await openedBy(request);
  return opened ? beginningPage(request, opened, noProblems) : endedPage(request);
}

/** @returns undefined also where a demonstration's first link is opened from elsewhere: its start may be public */
async function openedBy({ app, params, fromHere }: OfficeRequest): Promise<Opened | undefined> {
  const opened = await openAccountLink(app.database, params.token ?? '');
  const refused = opened?.account === undefined && isDemonstration(app.settings) && !fromHere;
  return refused ? undefined : opened;
}

function beginningPage(request: OfficeRequest, { account, recovers }: Opened, problems: Problems) {
  const { view, lang, token, params, form } = request;
  const invited = account && view.t('office.begin.invited', { role: view.t(`office.role.${account.role}`) });
  const lead = recovers ? view.t('office.begin.recovers') : (invited ?? view.t('office.begin.first'));
  const known = account && !isNameToCome(account.name) ? account.name : '';
  return screen(
    request,
    view.t('office.begin.title'),
    <>
      <p className="lead">{lead}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.begin(lang, params.token ?? '')}
        button={view.t('office.begin.button')}
        problems={problems}
      >
        {!recovers && (
          <Field
            name="name"
            label={view.t('office.begin.name')}
            hint={view.t('office.begin.name.hint')}
            error={problems.get('name')}
            defaultValue={form.get('name') ?? known}
            autoComplete="name"
            maxLength={120}
          />
        )}
        {!account && (
          <EmailField
            name="email"
            label={view.t('office.email')}
            hint={view.t('office.begin.email.hint')}
            error={problems.get('email')}
            defaultValue={form.get('email') ?? ''}
          />
        )}
      </OfficeForm>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

const fieldOf: Readonly<Record<Exclude<Untaken, 'link'>, 'name' | 'email'>> = {
  name: 'name',
  'name-taken': 'name',
  email: 'email',
};

/** Spends the link: what follows is setting up a second factor. */
export async function begin(request: OfficeRequest) {
  const { app, lang, view, params, form, browser, keep } = request;
  const opened = await openedBy(request);
  if (!opened) return endedPage(request);
  const typed = { name: form.get('name') ?? '', email: form.get('email') ?? '', lang };
  const begun = await takeAccountLink(app, params.token ?? '', typed, browser);
  if (begun === 'link') return endedPage(request);
  if (typeof begun === 'string') {
    const problem = begun === 'email' ? view.t('office.email.wrong') : view.t(`office.begin.${begun}.wrong`);
    // The name is looked at first; an address that is none is told with it.
    const none = !opened.account && !readMailbox(typed.email);
    const email = none ? [['email', view.t('office.email.wrong')] as const] : [];
    return beginningPage(request, opened, new Map([[fieldOf[begun], problem], ...email]));
  }
  keep('office', begun.token);
  return seeOther(officeAddresses.setUp(lang));
}

function endedPage(request: OfficeRequest) {
  const { view, lang } = request;
  return screen(
    request,
    view.t('office.begin.ended.title'),
    <>
      <p className="lead">{view.t('office.begin.ended.text')}</p>
      <p>
        <a href={officeAddresses.signIn(lang)}>{view.t('office.signIn.title')}</a>
      </p>
    </>,
    { status: 410 },
  );
}
