import type { ComponentChildren } from 'preact';
import { BACKUP_DAYS } from '../backup/drop-old.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { Key } from '../locales/words.ts';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { supporterAddresses } from '../supporters/addresses.ts';
import type { RetentionPeriod } from '../work/retention.ts';
import { MailLink } from './components/net-address.tsx';
import { PanelParts } from './components/panel-parts.tsx';
import { page } from './page.tsx';

const questions = ['who', 'what', 'why', 'sees', 'sealed', 'long', 'rights', 'here'] as const;

declare module '../http/panels.ts' {
  interface PanelContexts {
    /** Behind who answers for people's data: who else does. */
    privacy: Readonly<Record<string, never>>;
  }
}

/** Who keeps what about whom, why, how long, and what one can do; GDPR art. 13 in plain words. */
export const privacyPage = fromVisible(
  (request: SiteRequest) => panelsIn(request, 'privacy', {}),
  (others, request) => {
    const { app, view } = request;
    const besides = others.parts.some((part) => part !== undefined);
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
                <p className="read">{view.rich(answerKey(question, view, besides), answerValues(view))}</p>
                {question === 'long' && <Periods view={view} periods={app.handed.periods} />}
                {question === 'who' && <PanelParts parts={others.parts} />}
              </section>
            ))}
          </article>
        ),
      },
      { tags: ['site', ...others.tags] },
    );
  },
);

/** How long each thing is kept, as the rooms' manifests say. */
function Periods({ view, periods }: { view: View; periods: readonly RetentionPeriod[] }) {
  const list = (ofSupporters: boolean) => (
    <ul className="read">
      {periods
        .filter((period) => period.ofSupporters === ofSupporters)
        .map(({ sentence, days }) => (
          <li key={sentence}>{view.t(sentence, days === undefined ? {} : { days })}</li>
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

function answerKey(question: (typeof questions)[number], view: View, besides: boolean): Key {
  if (question !== 'who') return `site.privacy.${question}.text`;
  if (!view.operator) return 'site.privacy.who.demonstration';
  return besides ? 'site.privacy.who.besides' : 'site.privacy.who.text';
}

function answerValues(view: View) {
  return {
    operator: view.operator?.name ?? '',
    days: BACKUP_DAYS,
    mail: <MailLink to={view.operator?.email ?? ''} />,
    data: (words: ComponentChildren) => <a href={supporterAddresses.myData(view.lang)}>{words}</a>,
  };
}
