import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { type Handler, NothingHere, type PageAnswer, type Visit } from '../http/request.ts';
import { type OpenedLink, openLink } from '../sealing/mailed-link.ts';
import { ActForm } from '../site/components/form.tsx';
import { quietPage } from '../site/page.tsx';
import { enqueue } from '../work/enqueue.ts';
import { actionAddresses } from './addresses.ts';
import { type LastingPurpose, lastingPurposes } from './lasting-link.ts';

/** Says that a link has ended, and offers to mail a new one to where the old one went. */
export function endedLink({ view, params }: Visit, purpose: LastingPurpose): PageAnswer {
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
export const renewLinkPage: Handler = async (visit) => endedLink(visit, readLink(visit).purpose);

/** Leaves the rest to a job: whether something is still known shows neither in the words of the answer nor in the time that it takes. */
export const renewLink: Handler = async (visit) => {
  const { app, view, lang } = visit;
  const { purpose, link } = readLink(visit);
  await askForLink(app, purpose, link, lang);
  return quietPage(
    view,
    view.t('actions.link.renewed.title'),
    <p className="lead">{view.t('actions.link.renewed.text')}</p>,
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
