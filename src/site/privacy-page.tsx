import type { ReactNode } from 'react';
import { type Controller, controllersIn, named } from '../controllers/controllers.ts';
import type { Handler } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { Key } from '../locales/words.ts';
import { supporterAddresses } from '../supporters/addresses.ts';
import { mailtoLink } from '../text/mailbox.ts';
import type { ToldPeriod } from '../work/retention.ts';
import { page } from './page.tsx';

const questions = ['who', 'what', 'why', 'sees', 'sealed', 'long', 'rights', 'here'] as const;

/** Who keeps what about whom, why, how long, and what one can do; GDPR art. 13 in plain words. */
export const privacyPage: Handler = async ({ app, view }) => {
  const controllers = (await controllersIn(app.database)).map((row) => named(row, view.lang));
  const members = controllers.filter(({ kind }) => kind === 'member');
  return page(
    {
      view,
      title: view.t('site.privacy'),
      description: view.t('site.privacy.lead'),
      children: (
        <article>
          <h1>{view.t('site.privacy')}</h1>
          <p className="lead read">{view.t('site.privacy.lead')}</p>
          {questions.map((question) => (
            <section className="sec" key={question} id={question}>
              <h2>{view.t(`site.privacy.${question}.title`)}</h2>
              <p className="read">{view.rich(answerKey(question, view.operator !== undefined), answerValues(view))}</p>
              {question === 'long' && <Periods view={view} periods={app.handed.periods} />}
              {question === 'who' && members.map((member) => <Member key={member.id} view={view} {...member} />)}
            </section>
          ))}
        </article>
      ),
    },
    { tags: ['site'] },
  );
};

/** How long each thing is kept, as the rooms' manifests say. */
function Periods({ view, periods }: { view: View; periods: readonly ToldPeriod[] }) {
  const list = (ofSupporters: boolean) => (
    <ul className="read">
      {periods
        .filter((period) => period.ofSupporters === ofSupporters)
        .map(({ told, days }) => (
          <li key={told}>{view.t(told, days === undefined ? {} : { days })}</li>
        ))}
    </ul>
  );
  return (
    <>
      {list(true)}
      <p className="read">{view.t('site.privacy.keeps.of-others')}</p>
      {list(false)}
    </>
  );
}

/** Who answers for campaigns of their own. */
function Member({ view, name, email = '' }: { view: View } & Pick<Controller, 'name' | 'email'>) {
  const mail = <a href={mailtoLink(email)}>{email}</a>;
  return <p className="read">{view.rich('site.privacy.who.member', { name, mail })}</p>;
}

function answerKey(question: (typeof questions)[number], named: boolean): Key {
  return question === 'who' && !named ? 'site.privacy.who.demonstration' : `site.privacy.${question}.text`;
}

function answerValues(view: Parameters<Handler>[0]['view']) {
  return {
    operator: view.operator?.name ?? '',
    mail: <a href={mailtoLink(view.operator?.email ?? '')}>{view.operator?.email ?? ''}</a>,
    data: (words: ReactNode) => <a href={supporterAddresses.myData(view.lang)}>{words}</a>,
  };
}
