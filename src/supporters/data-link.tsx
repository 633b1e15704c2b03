import { Understood } from '../actions/check-mail-page.tsx';
import type { PageAnswer } from '../http/answer.ts';
import { chosen, openForm, SPEAK, saysWrongAgain, typed } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { supporterKey } from '../sealing/sealing.ts';
import { EmailField } from '../site/components/field.tsx';
import { ActionForm, ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { page, quietPage } from '../site/page.tsx';
import { readMailbox } from '../text/mailbox.ts';
import { enqueue } from '../work/enqueue.ts';
import { supporterAddresses } from './addresses.ts';

export const dataLinkForm = openForm({ email: typed('supporters.data.email', 254), [SPEAK]: chosen(20) });

/** Asks for the address whose data is wanted. */
export const askDataPage = needsNoGate(
  'a form of the program, which shows nothing but what was typed into it',
  async ({ view }) => page(askingPage(view, { email: '', problems: noProblems }), { tags: ['site'] }),
);

/**
 * Leaves the rest to a job, whoever's address it is: whether something is held shows neither in the words of the answer nor in the
 * time that it takes.
 */
export const askData = needsNoGate(
  'a form of the program, which shows nothing but what was typed into it',
  async (request) => {
    const { app, view, form, lang } = request;
    const email = form.get('email')?.trim() ?? '';
    const mailbox = readMailbox(email);
    if (!mailbox && (!form.has(SPEAK) || saysWrongAgain(form))) {
      const problems = new Map([['email', view.t('supporters.data.email.wrong')]]);
      return page(askingPage(view, { email, problems }), { status: 422 });
    }
    if (!mailbox || form.has(SPEAK)) return page(askingPage(view, { email, problems: noProblems }));
    await enqueue(app.database, 'mail-data-link', {
      key: supporterKey(app.keys, mailbox.comparable).toString('hex'),
      lang,
    });
    return sentPage(view, mailbox.address === email ? undefined : mailbox.address);
  },
);

function askingPage(view: View, form: { email: string; problems: Problems }) {
  const title = view.t('supporters.data.title');
  return {
    view,
    title,
    description: view.t('supporters.data.lead'),
    form: { id: 'data' },
    children: (
      <div className="read">
        <h1>{title}</h1>
        <p className="lead">{view.t('supporters.data.lead')}</p>
        <ErrorSummary view={view} problems={form.problems} />
        <ActionForm id="data" action={supporterAddresses.myData(view.lang)} button={view.t('supporters.data.button')}>
          <EmailField
            name="email"
            label={view.t('supporters.data.email')}
            error={form.problems.get('email')}
            defaultValue={form.email}
          />
        </ActionForm>
      </div>
    ),
  };
}

/** @param address as it was understood, where it was typed otherwise */
function sentPage(view: View, address: string | undefined): PageAnswer {
  return quietPage(
    view,
    view.t('supporters.data.sent.title'),
    <>
      <p className="lead">{view.t('supporters.data.sent.text')}</p>
      {address && <Understood view={view} address={address} />}
    </>,
  );
}
