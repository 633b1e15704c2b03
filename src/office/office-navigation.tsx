import type { SessionRow } from '../accounts/sessions.ts';
import type { View } from '../http/view.ts';
import { officeAddresses } from './addresses.ts';
import { groups, type OfficeEntry } from './in-navigation.ts';
import { mayOpen } from './may-open.ts';
import type { OfficeRoute } from './office-route.ts';
import { SignOut } from './token.tsx';

/** Of all addresses of the office those that stand in its navigation, in their order. */
export function navigationOf(routes: readonly OfficeRoute[]): readonly OfficeEntry[] {
  return routes
    .flatMap((route): OfficeEntry[] => {
      const { path, who } = route;
      if (route.method === 'POST' || !route.navigation || who === 'anybody' || who === 'session') return [];
      return [{ ...route.navigation, who, link: (lang) => path.replace(':lang', lang) }];
    })
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order);
}

interface PlacesProps {
  readonly view: View;
  readonly entries: readonly OfficeEntry[];
  readonly session: SessionRow;
  readonly token: string;
  /** Of the page, behind the language. */
  readonly path: string;
}

/**
 * Where somebody may go in the office: beside the page where there is room; on a phone folded under the name of the place where they are,
 * without any script.
 */
export function Places({ view, entries, session, token, path }: PlacesProps) {
  const open = entries.filter(({ who }) => mayOpen(session, who));
  const here = `${officeAddresses.home(view.lang)}${path.split('?')[0]}`;
  const at = open.findLast((entry) => isIn(entry.link(view.lang), here, view));
  return (
    <>
      <details className="fold menu">
        <summary>
          <span>
            {at ? view.t(at.label) : view.t('office.title')} <small>{view.t('office.nav.menu')}</small>
          </span>
        </summary>
      </details>
      <nav className="places" aria-label={view.t('office.nav')}>
        {groups.map((group) => (
          <Group key={group} view={view} name={group} entries={open.filter((one) => one.group === group)} here={here} />
        ))}
        <p className="s q">
          <bdi>{session.name}</bdi>
        </p>
        <SignOut view={view} token={token} />
      </nav>
    </>
  );
}

interface GroupProps {
  readonly view: View;
  readonly name: (typeof groups)[number];
  readonly entries: readonly OfficeEntry[];
  readonly here: string;
}

function Group({ view, name, entries, here }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <>
      <p id={`nav-${name}`}>{view.t(`office.nav.${name}`)}</p>
      <ul aria-labelledby={`nav-${name}`}>
        {entries.map((entry) => {
          const link = entry.link(view.lang);
          return (
            <li key={link}>
              <a href={link} aria-current={link === here ? 'page' : isIn(link, here, view) || undefined}>
                {view.t(entry.label)}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Whether a page is a place or stands below it; below the first page stands everything. */
function isIn(link: string, here: string, view: View): boolean {
  return link === here || (link !== officeAddresses.home(view.lang) && here.startsWith(`${link}/`));
}
