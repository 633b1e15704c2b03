import { mayDo, mayEver } from '../../accounts/roles.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { campaignAddresses, deskAddresses } from '../addresses.ts';
import type { ItemRow } from './item-queries.ts';

interface WaysProps {
  readonly request: StaffRequest;
  readonly campaign: ItemRow;
  readonly isOnSite: boolean;
}

/** What can be done with a campaign by whoever may, and where else it is seen. */
export function Ways({ request: { app, view, lang, session }, campaign, isOnSite }: WaysProps) {
  const { slug, id, organisation } = campaign;
  const acts = [
    ['campaigns.change', 'campaigns.settings', deskAddresses.settings(lang, slug)],
    ['publications.change', 'campaigns.publishing', deskAddresses.publishing(lang, slug, id)],
    ['campaigns.change', 'campaigns.make.fromThis', deskAddresses.add(lang, { from: slug })],
  ] as const;
  const may = acts.filter(([deed]) => mayEver(session.role, deed));
  const links = app.handed.campaignLinks.filter(({ who }) => mayDo(session, who, { organisation }));
  return (
    <>
      {may.length > 0 && (
        <p className="row">
          {may.map(([, label, to]) => (
            <a className="go o" key={label} href={to}>
              {view.t(label)}
            </a>
          ))}
        </p>
      )}
      <ul className="onward">
        <li>
          <a href={deskAddresses.preview(lang, slug)}>{view.t('campaigns.preview')}</a>
        </li>
        {links.map(({ label, link }) => (
          <li key={label}>
            <a href={link(lang, slug)}>{view.t(label)}</a>
          </li>
        ))}
        {isOnSite && (
          <li>
            <a href={campaignAddresses.campaign(lang, slug)}>{view.t('campaigns.desk.onSite')}</a>
          </li>
        )}
      </ul>
    </>
  );
}
