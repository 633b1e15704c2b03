import { enqueue } from '../delivery/enqueue.ts';
import { ProofOfWork } from '../site/components/challenge.tsx';
import { Field } from '../site/components/field.tsx';
import { ActForm, ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { links } from '../site/links.ts';
import { page, quietPage } from '../site/page.tsx';
import { type Asked, guardAct } from '../site/proof-of-work.ts';
import type { View } from '../site/view.ts';
import type { Handler, PageAnswer } from '../site/visit.ts';
import { readMailbox } from './mailbox.ts';
import { supporterKey } from './sealing.ts';

/** Asks for the address whose data is wanted. */
export const askDataPage: Handler = async ({ view }) =>
  page(dataLinkForm(view, { email: '', problems: noProblems }), { tags: ['site'] });

/**
 * Leaves the rest to a job, whoever's address it is: whether something is held shows neither in the words of the answer nor in the
 * time that it takes.
 */
export const askData: Handler = async (visit) => {
  const { app, view, form, lang } = visit;
  const email = form.get('email')?.trim() ?? '';
  const mailbox = readMailbox(email);
  if (!mailbox) {
    const problems = new Map([['email', view.t('supporters.data.email.wrong')]]);
    return page(dataLinkForm(view, { email, problems }), { status: 422 });
  }
  const guard = await guardAct(visit);
  if (guard !== 'go') {
    return page(dataLinkForm(view, { email, problems: noProblems, asked: guard }), { status: 429, retryAfter: 180 });
  }
  await enqueue(app.database, 'mail-data-link', {
    key: supporterKey(app.keys, mailbox.comparable).toString('hex'),
    lang,
  });
  return sentPage(view);
};

function dataLinkForm(view: View, form: { email: string; problems: Problems; asked?: Asked }) {
  const title = view.t('supporters.data.title');
  return {
    view,
    title,
    description: view.t('supporters.data.lead'),
    children: (
      <div className="read">
        <h1>{title}</h1>
        <p className="lead">{view.t('supporters.data.lead')}</p>
        <ErrorSummary view={view} problems={form.problems} />
        <ActForm action={links.myData(view.lang)} button={view.t('supporters.data.button')}>
          <ProofOfWork view={view} asked={form.asked} />
          <Field
            name="email"
            type="email"
            label={view.t('supporters.data.email')}
            error={form.problems.get('email')}
            defaultValue={form.email}
            autoComplete="email"
            inputMode="email"
            dir="ltr"
          />
        </ActForm>
      </div>
    ),
  };
}

function sentPage(view: View): PageAnswer {
  return quietPage(
    view,
    view.t('supporters.data.sent.title'),
    <p className="lead">{view.t('supporters.data.sent.text')}</p>,
  );
}
