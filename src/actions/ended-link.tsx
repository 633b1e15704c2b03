import { type Handler, NothingHere, type PageAnswer, type Visit } from '../http/request.ts';
import { type LinkPurpose, type OpenedLink, openLink } from '../sealing/mailed-link.ts';
import { ActForm } from '../site/components/form.tsx';
import { quietPage } from '../site/page.tsx';
import { actionAddresses } from './addresses.ts';
import type { LastingLinks } from './lasting-link.ts';

/** Says that a link has ended, and offers to mail a new one to where the old one went. */
export function endedLink({ view, params }: Visit, purpose: LinkPurpose): PageAnswer {
  return quietPage(
    view,
    view.t('actions.link.ended.title'),
    <>
      <p className="lead">{view.t('actions.link.ended.text')}</p>
      <ActForm
        action={actionAddresses.renewLink(view.lang, purpose, params.token ?? '')}
        button={view.t('actions.link.ended.button')}
      />
      <p className="q">{view.t('actions.link.ended.where')}</p>
    </>,
    { status: 410 },
  );
}

/** The same page in another language, or after a second look. */
export const renewLinkPage: Handler = async (visit) => endedLink(visit, readLink(visit).links.purpose);

/** Leaves the rest to a job: whether something is still known shows neither in the words of the answer nor in the time that it takes. */
export const renewLink: Handler = async (visit) => {
  const { app, view, lang } = visit;
  const { links, link } = readLink(visit);
  await links.renew(app, link, lang);
  return quietPage(
    view,
    view.t('actions.link.renewed.title'),
    <p className="lead">{view.t('actions.link.renewed.text')}</p>,
  );
};

/** @throws NothingHere for anything but a link of ours, however old */
function readLink({ app, params }: Visit): { links: LastingLinks; link: OpenedLink } {
  const links = app.handed.lastingLinks.get(params.purpose ?? '');
  const link = links && openLink(app.keys, links.purpose, params.token ?? '');
  if (!link) throw new NothingHere();
  return { links, link };
}
