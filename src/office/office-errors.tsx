import type { PageAnswer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { TextToCopy } from '../site/components/text-to-copy.tsx';
import { TryAgain } from '../site/error-pages.tsx';
import type { TooLong } from '../site/too-long.ts';
import { TooMuch } from '../site/too-much-page.tsx';
import { officeAddresses } from './addresses.ts';
import type { OfficeRequest } from './office-route.ts';
import { barePage, screen } from './screen.tsx';
import { behindHome } from './way-back.ts';

const explained = [400, 403, 404, 408, 413, 414, 415, 429, 431, 500, 503] as const;

/** What went wrong, with the way back; without anything of a session, which may be what went wrong. */
export function officeErrorPage(view: View, status: number): PageAnswer {
  const known = explained.find((one) => one === status) ?? (status >= 500 ? 500 : 400);
  return barePage(
    view,
    view.t(`site.error.${known}.title`),
    <>
      <p className="lead">{view.t(`site.error.${known}.text`)}</p>
      <p>
        <a href={officeAddresses.home(view.lang)}>{view.t('office.toOffice')}</a>
      </p>
    </>,
    { status, ...(status === 429 || status === 503 ? { retryAfter: 60 } : {}) },
  );
}

/** More was typed than a form takes: it comes back whole, with the most that fits beside each field that holds too much. */
export function officeTooMuchPage(view: View, action: string, tooLong: TooLong): PageAnswer {
  const title = view.t('site.tooMuch.title');
  return barePage(view, title, <TooMuch view={view} action={action} tooLong={tooLong} />, { status: 422 });
}

/** Something of ours did not answer: what was typed stands on the page, to be sent again. */
export function officeTryAgainPage(view: View, status: number, action: string, typed: URLSearchParams): PageAnswer {
  const title = view.t('site.tryAgain.title');
  const how = { status, retryAfter: 30 };
  return barePage(view, title, <TryAgain view={view} action={action} typed={typed} />, how);
}

/** The office does not answer here, and where it does. @param behindProxy whose word is not taken: the operator is told what to do */
export function elsewherePage(view: View, behindProxy: boolean): PageAnswer {
  const isHttps = view.publicUrl.startsWith('https:');
  return barePage(
    view,
    view.t('office.elsewhere.title'),
    <>
      <p className="lead">{view.t('office.elsewhere.text')}</p>
      {behindProxy && <p>{view.t('office.elsewhere.proxy')}</p>}
      {isHttps && !behindProxy && (
        <p>
          <a href={`${view.publicUrl}${officeAddresses.home(view.lang)}`}>{view.t('office.toOffice')}</a>
        </p>
      )}
    </>,
    { status: 403 },
  );
}

/** Nothing was changed: the form is not this page's, or the role does not go so far. @param written what somebody wrote, given back */
export function refusedPage(
  request: OfficeRequest,
  why: 'forged' | 'role',
  written: readonly string[] = [],
): PageAnswer {
  const { view, lang } = request;
  return screen(
    request,
    view.t(`office.refused.${why}.title`),
    <>
      <p className="lead">{view.t(`office.refused.${why}.text`)}</p>
      <p>
        <a href={officeAddresses.home(lang)}>{view.t('office.toOffice')}</a>
      </p>
      <TextToCopy view={view} texts={written} />
    </>,
    { status: 403 },
  );
}

/** Nothing was done, as the session had ended in which the form was made. @param unsent by what it is found again, by its person alone */
export function endedPage(request: OfficeRequest, unsent: string | undefined, written: readonly string[]): PageAnswer {
  const { view, lang, session } = request;
  const there = unsent === undefined ? officeAddresses.home(lang) : officeAddresses.unsent(lang, unsent);
  const isIn = session?.stage === 'signed-in';
  return screen(
    request,
    view.t('office.refused.ended.title'),
    <>
      <p className="lead">{view.t(`office.refused.ended.${unsent === undefined ? 'nothing' : 'unsent'}`)}</p>
      <p className="row">
        <a className="go" href={isIn ? there : officeAddresses.signIn(lang, { to: behindHome(lang, there) })}>
          {view.t(`office.refused.ended.${isIn ? 'back' : 'again'}`)}
        </a>
      </p>
      <TextToCopy view={view} texts={written} />
    </>,
    { status: 403 },
  );
}
