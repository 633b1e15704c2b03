import { mayEver } from '../../accounts/roles.ts';
import { langs } from '../../config/langs.ts';
import { languageName, list } from '../../locales/format.ts';
import { pictureAddresses } from '../../media/addresses.ts';
import { Thumb } from '../../media/office/thumb.tsx';
import { pictureIn, usedPictures } from '../../media/used-pictures.ts';
import { pictureUsedBy } from '../../media/uses.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { deskAddresses } from '../addresses.ts';
import type { ItemRow } from './item-queries.ts';

/** With which picture a campaign is shown, in which languages readers see it, and the way to another. */
export async function CampaignPicture(request: StaffRequest, { id, slug }: ItemRow) {
  const { app, view, lang, session } = request;
  const [picture, seen] = await Promise.all([pictureUsedBy(app.database, id), usedPictures(app.database)]);
  const shown = langs.filter((one) => pictureIn(seen, id, one));
  const languages = list(
    lang,
    shown.map((one) => languageName(lang, one)),
  );
  return (
    <>
      <h2>{view.t('campaigns.picture')}</h2>
      {picture ? (
        <p>
          <a href={pictureAddresses.picture(lang, picture.id)}>
            <Thumb lang={lang} picture={picture} /> <bdi>{picture.name}</bdi>
          </a>
          <br />
          {shown.length > 0 ? view.t('campaigns.picture.shown', { languages }) : view.t('campaigns.picture.shown.none')}
        </p>
      ) : (
        <p>{view.t('campaigns.picture.none')}</p>
      )}
      {mayEver(session.role, 'campaigns.change') && (
        <p className="row">
          <a className="go o" href={deskAddresses.picture(lang, slug)}>
            {view.t('campaigns.picture.choose')}
          </a>
        </p>
      )}
    </>
  );
}
