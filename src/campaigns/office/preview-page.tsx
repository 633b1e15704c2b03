import { endonyms, langs } from '../../config/langs.ts';
import { NotFoundError } from '../../http/answer.ts';
import type { OfficeAnswer, StaffRequest } from '../../office/office-route.ts';
import { previewAnswer } from '../../office/preview/preview-answer.tsx';
import { previewed, sitePageAt } from '../../office/preview/site-page.ts';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Field, Select } from '../../site/components/field.tsx';
import { deskAddresses } from '../addresses.ts';
import { type Chosen, chosenIn, previewFor, previewStates } from './preview.ts';
import { calledIn, itemsOf } from './worded-item.ts';

/** A campaign as readers will see it, in a frame as wide as a phone or a desk, with what can be chosen of it. */
export async function previewScreen(request: StaffRequest): Promise<OfficeAnswer> {
  const { view, lang, params } = request;
  const [campaign] = await itemsOf(request);
  const slug = params.slug ?? '';
  const chosen = chosenIn(request);
  const { of, on, state, at, width } = chosen;
  const called = `\u2068${calledIn(lang, campaign).name}\u2069`;
  const alone = deskAddresses.previewed(lang, slug, { of, on, state: state ?? 'day', at });
  const answer = screen(
    { ...request, path: behindHome(lang, deskAddresses.preview(lang, slug)) },
    view.t('campaigns.preview.title', { what: called }),
    <>
      <p>{view.t('campaigns.preview.lead')}</p>
      <Choosing request={request} chosen={chosen} />
      <p>
        <a href={alone}>{view.t('campaigns.preview.alone')}</a>
      </p>
      <iframe
        className="previewed"
        title={view.t('campaigns.preview.title', { what: called })}
        src={alone}
        width={width}
        height="800"
      />
      <p>
        <a href={deskAddresses.oneCampaign(lang, slug)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
    { wide: true },
  );
  return { ...answer, policy: `${answer.policy ?? ''};frame-src 'self'` };
}

function Choosing({ request: { view, lang, params }, chosen }: { request: StaffRequest; chosen: Chosen }) {
  const action = deskAddresses.preview(lang, params.slug ?? '');
  return (
    <form method="get" action={action} className="filters">
      <Select name="of" label={view.t('campaigns.preview.of')} defaultValue={chosen.of}>
        {langs.map((one) => (
          <option key={one} value={one}>
            {endonyms[one]}
          </option>
        ))}
      </Select>
      <Field name="on" type="date" label={view.t('campaigns.preview.on')} defaultValue={chosen.on} dir="ltr" />
      <Select name="state" label={view.t('campaigns.preview.state')} defaultValue={chosen.state ?? 'day'}>
        {[...previewStates, 'day' as const].map((one) => (
          <option key={one} value={one}>
            {view.t(`campaigns.preview.state.${one}`)}
          </option>
        ))}
      </Select>
      <Select name="width" label={view.t('campaigns.preview.width')} defaultValue={chosen.width}>
        {(['1280', '360'] as const).map((one) => (
          <option key={one} value={one}>
            {view.t(`campaigns.preview.width.${one}`)}
          </option>
        ))}
      </Select>
      <p className="row">
        <button className="go" type="submit">
          {view.t('campaigns.preview.show')}
        </button>
      </p>
    </form>
  );
}

/** The page itself, as readers will see it, with a line that says what it is. */
export async function previewedPage(request: StaffRequest): Promise<OfficeAnswer> {
  const { app, lang, params } = request;
  const chosen = chosenIn(request);
  const found = sitePageAt(app, chosen.at);
  const answer = found && (await previewed(app, found, chosen.at, await previewFor(request, chosen)));
  if (!found || !answer) throw new NotFoundError('a page that is previewed');
  const { of, on, state } = chosen;
  const slug = params.slug ?? '';
  return previewAnswer(request, answer, {
    on,
    leave: deskAddresses.preview(lang, slug, { of: found.lang, on, state: state ?? 'day' }),
    within: (at) => sitePageAt(app, at) && deskAddresses.previewed(lang, slug, { of, on, state: state ?? 'day', at }),
  });
}
