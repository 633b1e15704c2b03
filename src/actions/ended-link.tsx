import { NotFoundError, type PageAnswer } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { type LinkPurpose, type OpenedLink, openLink } from '../sealing/mailed-link.ts';
import { ActionForm } from '../site/components/form.tsx';
import { quietPage } from '../site/page.tsx';
import { actionAddresses } from './addresses.ts';
import type { LastingLinks } from './lasting-link.ts';

/** Says that a link has ended, and offers to mail a new one to where the old one went. */
export function endedLink({ view, params }: SiteRequest, purpose: LinkPurpose): PageAnswer {
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

/** The same page in another language, or after a second look. */
export const renewLinkPage = needsNoGate('that a link has ended, said to whoever holds it', async (request) =>
  endedLink(request, readLink(request).links.purpose),
);

/** Leaves the rest to a job: whether something is still known shows neither in the words of the answer nor in the time that it takes. */
export const renewLink = needsNoGate('that a link has ended, said to whoever holds it', async (request) => {
  const { app, view, lang } = request;
  const { links, link } = readLink(request);
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
