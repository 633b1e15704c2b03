import { isId } from '../../database/is-id.ts';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, typed } from '../../http/fields.ts';
import { PictureChoices, picturesToChoose } from '../../media/office/choose.tsx';
import { pictureUsedBy } from '../../media/uses.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Field } from '../../site/components/field.tsx';
import { Carried } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import { changeCampaignPicture } from '../change-picture.ts';
import { calledIn, itemsOf } from './worded-item.ts';

const MOST = 200;
export const pictureQuery: Fields = { q: typed('media.name', MOST) };
export const pictureFields: Fields = { picture: chosen(36), was: chosen(36) };

/** Which picture a campaign is shown with, chosen from those that there are. */
export async function picturePage(request: StaffRequest): Promise<Answer> {
  return showing(request, {});
}

/** Shows it with another, unless somebody else was there meanwhile. */
export async function choosePicture(request: StaffRequest): Promise<Answer> {
  const { app, form, params, session, view, lang } = request;
  const slug = params.slug ?? '';
  const [to, was] = [form.get('picture') ?? '', form.get('was') ?? ''];
  const refused = (key: 'gone' | 'moved', status: number) =>
    showing(request, { wrong: view.t(`campaigns.picture.wrong.${key}`), status });
  if (to !== '' && !isId(to)) return refused('gone', 422);
  const outcome = await changeCampaignPicture(app.database, slug, { was, to, by: session.actor_id });
  if (outcome === 'none') throw new NotFoundError('a campaign');
  if (outcome !== 'done') return refused(outcome, outcome === 'moved' ? 409 : 422);
  return seeOther(deskAddresses.oneCampaign(lang, slug));
}

async function showing(
  request: StaffRequest,
  { wrong, status = 200 }: { readonly wrong?: string; readonly status?: number },
): Promise<Answer> {
  const { app, form, query, view, lang, token } = request;
  const [campaign] = await itemsOf(request);
  const q = (query.get('q') ?? '').trim();
  const now = await pictureUsedBy(app.database, campaign.id);
  const found = await picturesToChoose(app.database, q);
  const others = found.filter(({ id }) => id !== now?.id);
  const address = deskAddresses.picture(lang, campaign.slug);
  const called = `\u2068${calledIn(lang, campaign).name}\u2069`;
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.picture.title', { what: called }),
    <>
      <p>{view.t('campaigns.picture.lead')}</p>
      <form method="get" action={address} className="filters">
        <Field
          name="q"
          type="search"
          label={view.t('campaigns.picture.find')}
          defaultValue={q}
          autoComplete="off"
          dir="auto"
        />
        <p className="row">
          <button className="go o" type="submit">
            {view.t('campaigns.picture.find.do')}
          </button>
        </p>
      </form>
      {q && others.length === 0 && <p role="status">{view.t('campaigns.picture.nothing')}</p>}
      <OfficeForm
        view={view}
        token={token}
        action={address}
        button={view.t('campaigns.picture.save')}
        problems={new Map(wrong ? [['picture', wrong]] : [])}
      >
        <Carried values={[['was', now?.id ?? '']]} />
        <PictureChoices
          view={view}
          lang={lang}
          name="picture"
          label={view.t('campaigns.picture')}
          pictures={now ? [now, ...others] : others}
          chosen={form.get('picture') ?? now?.id ?? ''}
          error={wrong}
        />
      </OfficeForm>
      <p>
        <a href={deskAddresses.oneCampaign(lang, campaign.slug)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
    { status },
  );
}
