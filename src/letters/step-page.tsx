import type { VNode } from 'preact';
import type { Campaign } from '../campaigns/campaign.ts';
import { CampaignLine, titleIn } from '../campaigns/campaign-line.tsx';
import type { PageAnswer } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import type { SwitchedForm } from '../site/components/language-switch.tsx';
import { page } from '../site/page.tsx';

/** One step to a letter as a page. */
export function stepPage(
  { view }: SiteRequest,
  campaign: Campaign,
  step: VNode,
  { status = 200, form }: { status?: number; form?: SwitchedForm } = {},
): PageAnswer {
  const title = titleIn(view.t('letters.title'), campaign);
  const description = view.t('letters.description');
  const children = (
    <div className="read">
      <CampaignLine view={view} campaign={campaign} />
      {step}
    </div>
  );
  const { langs, controller } = campaign;
  return page({ view, title, description, private: true, langs, controller, form, children }, { status });
}
