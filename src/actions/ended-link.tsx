import { NotFoundError, type PageAnswer } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { type LinkPurpose, type OpenedLink, openLink } from '../sealing/mailed-link.ts';
import { ActionForm } from '../site/components/form.tsx';
import { quietPage } from '../site/page.tsx';
import { supporterAddresses } from '../supporters/addresses.ts';
import { findAction } from './action.ts';
import { actionAddresses } from './addresses.ts';
import type { LastingLinks } from './lasting-link.ts';
import { wasOnlyTried } from './only-tried.ts';

/**
 * Says that a link has ended, and offers to mail a new one to where the old one went; of what was only tried, of which nothing is mailed,
 * how it goes instead.
 */
export async function endedLink(request: SiteRequest, purpose: LinkPurpose, link: OpenedLink): Promise<PageAnswer> {
  return (await triedLink(request, purpose, link)) ?? renewable(request, purpose);
}

function renewable({ view, params }: SiteRequest, purpose: LinkPurpose): PageAnswer {
  return quietPage(
    view,
    view.t('actions.link.ended.title'),
    <>
      <p className="lead">{view.t('actions.link.ended.text')}</p>
      <ActionForm
        action={actionAddresses.renewLink(view.lang, purpose, params.token ?? '')}
        button={view.t('actions.link.ended.button')}
      />
      <p className="q">{view.t('actions.link.ended.where')}</p>
    </>,
    { status: 410 },
  );
}

/** @returns undefined for anything but what was tried in a demonstration that is over */
async function triedLink({ app, view }: SiteRequest, purpose: LinkPurpose, link: OpenedLink) {
  const ofAction = app.handed.lastingLinks.get(purpose)?.address;
  const action = ofAction && view.operator && (await findAction(app, link.supporterKey, link.id));
  if (!action || !wasOnlyTried(view, action)) return undefined;
  return quietPage(
    view,
    view.t('actions.status.tried.title'),
    <>
      <p className="lead">{view.t('actions.link.tried.text')}</p>
      <p>
        {view.rich('actions.link.tried.data', {
          operator: <bdi>{view.operator?.name}</bdi>,
          data: (words) => <a href={supporterAddresses.myData(view.lang)}>{words}</a>,
        })}
      </p>
    </>,
    { status: 410 },
  );
}

/** The same page in another language, or after a second look. */
export const renewLinkPage = needsNoGate('that a link has ended, said to whoever holds it', (request) => {
  const { links, link } = readLink(request);
  return endedLink(request, links.purpose, link);
});

/** Leaves the rest to a job: whether something is still known shows neither in the words of the answer nor in the time that it takes. */
export const renewLink = needsNoGate('that a link has ended, said to whoever holds it', async (request) => {
  const { app, view, lang } = request;
  const { links, link } = readLink(request);
  const tried = await triedLink(request, links.purpose, link);
  if (tried) return tried;
  await links.renew(app, link, lang);
  return quietPage(
    view,
    view.t('actions.link.renewed.title'),
    <p className="lead">{view.t('actions.link.renewed.text')}</p>,
  );
});

/** @throws NotFoundError for anything but a link of ours, however old */
function readLink({ app, params }: SiteRequest): { links: LastingLinks; link: OpenedLink } {
  const links = app.handed.lastingLinks.get(params.purpose ?? '');
  const link = links && openLink(app.keys, links.purpose, params.token ?? '');
  if (!link) throw new NotFoundError();
  return { links, link };
}
