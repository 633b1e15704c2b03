import { campaignAddresses } from '../campaigns/addresses.ts';
import type { PageAnswer } from '../http/answer.ts';
import { type Fields, SPEAK } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { Carried, OnlyHere } from './components/form.tsx';
import { SceneDrawing } from './components/scene.tsx';
import { TextToCopy } from './components/text-to-copy.tsx';
import { quietPage } from './page.tsx';

const explained = [400, 403, 404, 408, 410, 413, 414, 415, 429, 431, 500, 503] as const;
type ExplainedStatus = (typeof explained)[number];

/** Where something is missing that people came for. */
const gaps: readonly ExplainedStatus[] = [404, 410, 500, 503];

function statusExplained(status: number): ExplainedStatus {
  return explained.find((known) => known === status) ?? (status >= 500 ? 500 : 400);
}

/** A page for what went wrong, with a next step. @param written what somebody wrote, given back to them */
export function errorPage(view: View, status: number, written: readonly string[] = []): PageAnswer {
  const known = statusExplained(status);
  const title = view.t(`site.error.${known}.title`);
  return quietPage(
    view,
    title,
    <>
      <p className="lead">{view.t(`site.error.${known}.text`)}</p>
      <p className="row">
        <a className="go" href={campaignAddresses.home(view.lang)}>
          {view.t('site.error.home')}
        </a>
      </p>
      <TextToCopy view={view} texts={written} />
    </>,
    {
      status,
      over: gaps.includes(known) && <SceneDrawing scene="missing" />,
      ...(status === 429 || status === 503 ? { retryAfter: 60 } : {}),
    },
  );
}

/** An action failed for a reason that passes: nothing that was typed is lost, and one button tries again. */
export function tryAgainPage(
  view: View,
  status: number,
  action: string,
  typed: URLSearchParams,
  fields: Fields = {},
): PageAnswer {
  return quietPage(view, view.t('site.tryAgain.title'), <TryAgain view={view} action={action} typed={typed} />, {
    status,
    retryAfter: 30,
    form: fields[SPEAK] && { id: 'typed' },
  });
}

/** What stands on such a page, whosever it is. */
export function TryAgain({ view, action, typed }: { view: View; action: string; typed: URLSearchParams }) {
  return (
    <>
      <p className="lead">{view.t('site.tryAgain.text')}</p>
      <OnlyHere view={view} />
      <form id="typed" method="post" action={action}>
        <Carried values={[...typed].filter(([name]) => name !== SPEAK)} />
        <button className="go" type="submit">
          {view.t('site.tryAgain.button')}
        </button>
      </form>
    </>
  );
}
