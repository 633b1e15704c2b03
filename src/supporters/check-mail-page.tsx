import { campaignOf } from '../campaigns/find-campaign.ts';
import { links } from '../site/links.ts';
import { quietPage } from '../site/page.tsx';
import type { Handler } from '../site/visit.ts';

/** After any act, first or repeated: the same words, which tell a stranger nothing. */
export const checkMailPage: Handler = async (visit) => {
  const { view } = visit;
  const campaign = await campaignOf(visit);
  return quietPage(
    view,
    view.t('site.checkMail.title'),
    <>
      <p className="lead">{view.t(view.operator ? 'site.checkMail.text' : 'site.checkMail.demonstration')}</p>
      <p>{view.t('site.checkMail.wait')}</p>
      <p>
        {view.rich('site.checkMail.none', {
          link: <a href={links.myData(view.lang)}>{view.t('site.checkMail.ask')}</a>,
        })}
      </p>
      <p className="row">
        <a className="go o" href={links.share(view.lang, campaign.slug)}>
          {view.t('campaigns.share')}
        </a>
      </p>
    </>,
  );
};
