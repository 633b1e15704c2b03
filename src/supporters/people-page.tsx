import { mayEver } from '../accounts/roles.ts';
import { endonyms, isLang, langs } from '../config/langs.ts';
import { type Answer, seeOther } from '../http/answer.ts';
import { chosen, type Fields, typed } from '../http/fields.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { OfficeForm } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Select } from '../site/components/field.tsx';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { readMailbox } from '../text/mailbox.ts';
import { peopleAddresses } from './addresses.ts';
import { sendDataLink } from './send-data-link.ts';
import { TheirAddress } from './their-address.tsx';

export const peopleQuery: Fields = { sent: chosen(1) };
export const peopleFields: Fields = { email: typed('supporters.people.email', 254), language: chosen(2) };

/** Where somebody who wrote or called is sent the link to their data. */
export async function peoplePage(request: StaffRequest): Promise<Answer> {
  return shown(request, noProblems);
}

/** Answers the same whether or not anything is held. */
export async function sendLink(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const mailbox = readMailbox(form.get('email') ?? '');
  const language = form.get('language') ?? '';
  if (!mailbox) return shown(request, new Map([['email', view.t('supporters.data.email.wrong')]]));
  const outcome = await sendDataLink(app, mailbox, isLang(language) ? language : lang, session.actor_id);
  if (outcome === 'done') return seeOther(peopleAddresses.people(lang, { sent: '1' }));
  return shown(request, new Map([['email', view.t('supporters.people.often')]]), 429);
}

function shown(request: StaffRequest, problems: Problems, status = 422): Answer {
  const { view, lang, token, form, query, session } = request;
  return screen(
    { ...request, path: behindHome(lang, peopleAddresses.people(lang)) },
    view.t('supporters.people'),
    <>
      {query.has('sent') && (
        <p role="status" className="note">
          {view.t('supporters.people.sent')}
        </p>
      )}
      <p className="lead">{view.t('supporters.people.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={peopleAddresses.people(lang)}
        button={view.t('supporters.people.button')}
        problems={problems}
      >
        <TheirAddress view={view} form={form} hint={view.t('supporters.people.email.hint')} problems={problems} />
        <Select
          name="language"
          label={view.t('supporters.people.language')}
          defaultValue={form.get('language') ?? lang}
        >
          {langs.map((one) => (
            <option key={one} value={one} lang={one}>
              {endonyms[one]}
            </option>
          ))}
        </Select>
      </OfficeForm>
      {mayEver(session.role, 'supporters.erase') && (
        <>
          <h2>{view.t('supporters.erasures')}</h2>
          <p>{view.t('supporters.erasures.lead')}</p>
          <p className="row">
            <a className="go o" href={peopleAddresses.erasures(lang)}>
              {view.t('supporters.erasures.list')}
            </a>
          </p>
        </>
      )}
    </>,
    { status: problems.size > 0 ? status : 200 },
  );
}
