import type { App } from '../app.ts';
import { enqueue } from '../delivery/enqueue.ts';
import type { Lang } from '../locales/langs.ts';
import { ActForm } from '../site/components/form.tsx';
import { quietPage } from '../site/page.tsx';
import { type Handler, NothingHere, type PageAnswer, type Visit } from '../site/visit.ts';
import { supporterAddresses } from './addresses.ts';
import { type LastingPurpose, lastingPurposes } from './lasting-link.ts';
import { type OpenedLink, openLink } from './mailed-link.ts';

/** Says that a link has ended, and offers to mail a new one to where the old one went. */
export function endedLink({ view, params }: Visit, purpose: LastingPurpose): PageAnswer {
  return quietPage(
    view,
    view.t('supporters.link.ended.title'),
    <>
      <p className="lead">{view.t('supporters.link.ended.text')}</p>
      <ActForm
        action={supporterAddresses.renewLink(view.lang, purpose, params.token ?? '')}
        button={view.t('supporters.link.ended.button')}
      />
      <p className="q">{view.t('supporters.link.ended.where')}</p>
    </>,
    { status: 410 },
  );
}

/** The same page in another language, or after a second look. */
export const renewLinkPage: Handler = async (visit) => endedLink(visit, readLink(visit).purpose);

/** Leaves the rest to a job: whether something is still known shows neither in the words of the answer nor in the time that it takes. */
export const renewLink: Handler = async (visit) => {
  const { app, view, lang } = visit;
  const { purpose, link } = readLink(visit);
  await askForLink(app, purpose, link, lang);
  return quietPage(
    view,
    view.t('supporters.link.renewed.title'),
    <p className="lead">{view.t('supporters.link.renewed.text')}</p>,
  );
};

function askForLink(app: App, purpose: LastingPurpose, { supporterKey, id }: OpenedLink, lang: Lang): Promise<void> {
  if (purpose === 'office' || purpose === 'office-proof')
    return enqueue(app.database, 'mail-renewed-office-link', { of: purpose, id, lang });
  const to = purpose === 'answer' ? purpose : 'status';
  return enqueue(app.database, 'mail-renewed-link', { to, key: supporterKey.toString('hex'), act: id, lang });
}

/** @throws NothingHere for anything but a link of ours, however old */
function readLink({ app, params }: Visit): { purpose: LastingPurpose; link: OpenedLink } {
  const purpose = lastingPurposes.find((one) => one === params.purpose);
  const link = purpose && openLink(app.keys, purpose, params.token ?? '');
  if (!link) throw new NothingHere();
  return { purpose, link };
}
