import type { ReactNode } from 'react';
import type { Handler } from '../http/request.ts';
import type { Key } from '../locales/words.ts';
import { supporterAddresses } from '../supporters/addresses.ts';
import { page } from './page.tsx';

const questions = ['who', 'what', 'why', 'sees', 'sealed', 'long', 'rights', 'here'] as const;

/** Who keeps what about whom, why, how long, and what one can do; GDPR art. 13 in plain words. */
export const privacyPage: Handler = async ({ view }) =>
  page(
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
            </section>
          ))}
        </article>
      ),
    },
    { tags: ['site'] },
  );

function answerKey(question: (typeof questions)[number], named: boolean): Key {
  return question === 'who' && !named ? 'site.privacy.who.demonstration' : `site.privacy.${question}.text`;
}

function answerValues(view: Parameters<Handler>[0]['view']) {
  return {
    operator: view.operator?.name ?? '',
    mail: <a href={`mailto:${view.operator?.email ?? ''}`}>{view.operator?.email ?? ''}</a>,
    data: (words: ReactNode) => <a href={supporterAddresses.myData(view.lang)}>{words}</a>,
  };
}
