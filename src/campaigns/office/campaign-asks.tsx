import { mayEver } from '../../accounts/roles.ts';
import type { View } from '../../http/view.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Newest } from '../../texts/version.ts';
import { deskAddresses } from '../addresses.ts';
import type { RuledAsk } from '../ask-rules-queries.ts';
import { conditionWords } from './ask-screen.tsx';
import { behindOf, LackingLines } from './campaign-list.tsx';
import type { ItemRow } from './item-queries.ts';
import { calledIn } from './worded-item.ts';

interface AsksProps {
  readonly request: StaffRequest;
  readonly slug: string;
  readonly asks: readonly ItemRow[];
  readonly ruled: readonly RuledAsk[];
  readonly newest: readonly Newest[];
}

const wholeOf = ({ id, texts }: ItemRow) => texts.map(({ lang }) => `${id} ${lang}`);

/** In the order in which they lead. */
export function Asks({ request: { view, lang, session }, slug, asks, ruled, newest }: AsksProps) {
  return (
    <>
      <h2>{view.t('campaigns.desk.asks')}</h2>
      {asks.length === 0 && <p>{view.t('campaigns.desk.noAsks')}</p>}
      <ol className="list">
        {asks.map((ask) => {
          const called = calledIn(lang, ask);
          return (
            <li key={ask.id}>
              <a href={deskAddresses.oneAsk(lang, ask.slug, ask.ask ?? '')}>
                <bdi lang={called.lang}>{called.name}</bdi>
              </a>
              <br />
              <small>
                <AskInShort view={view} ask={ruled.find(({ id }) => id === ask.id)} />
                <LackingLines view={view} behind={behindOf([ask.id], newest, wholeOf(ask))} />
              </small>
            </li>
          );
        })}
      </ol>
      {mayEver(session.role, 'campaigns.change') && (
        <p className="row">
          <a className="go o" href={deskAddresses.addAsk(lang, slug)}>
            {view.t('campaigns.add')}
          </a>
        </p>
      )}
    </>
  );
}

/** Of whom it is asked, and that readers don't see it where that is so. */
function AskInShort({ view, ask }: { view: View; ask: RuledAsk | undefined }) {
  if (!ask) return null;
  const said = ask.barred ? 'campaigns.desk.state.withdrawn' : ask.published ? undefined : 'campaigns.publishing.draft';
  return (
    <>
      {view.t('campaigns.desk.askedOf', { condition: conditionWords(view, ask.rules.when) })}
      {said && (
        <>
          {' · '}
          <b>{view.t(said)}</b>
        </>
      )}
      <br />
    </>
  );
}
