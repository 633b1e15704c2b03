import type { View } from '../http/view.ts';
import { stateAddresses } from '../states/addresses.ts';
import type { StatesChoice } from './states-table.ts';

interface Props {
  readonly view: View;
  readonly choice: StatesChoice;
  readonly linkDay: string | undefined;
  readonly page: StatesChoice['page'];
  readonly pages: number;
}

/** The way to the other pages of the table, with the same choice; nothing where all of it is shown because it is short. */
export function TablePages({ view, choice, linkDay, page, pages }: Props) {
  if (pages === 1) return null;
  const { treaty, sort } = choice;
  const chosen = { group: choice.group || undefined, treaty, standing: choice.standing || undefined, sort };
  const to = (number: string) => `${stateAddresses.states(view.lang, { ...chosen, page: number, on: linkDay })}#all`;
  return (
    <nav aria-label={view.t('states.pages')}>
      <ul className="pages">
        {Array.from({ length: pages }, (_, index) => index + 1).map((one) => (
          <li key={one}>
            <a href={to(String(one))} aria-current={one === page ? 'page' : undefined}>
              {view.number(one)}
            </a>
          </li>
        ))}
        <li>
          <a href={to('all')} aria-current={page === 'all' ? 'page' : undefined}>
            {view.t('states.pages.all')}
          </a>
        </li>
      </ul>
    </nav>
  );
}
