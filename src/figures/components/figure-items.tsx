import { Cleared } from '../../record/components/cleared.tsx';
import { Folded } from '../../record/components/folded.tsx';
import { Source } from '../../record/components/timeline.tsx';
import type { RecordView } from '../../record/record-view.ts';
import { actDay } from '../../states/act-day.ts';
import { SourceText } from '../../states/source-text.tsx';
import { capital } from '../../text/capital.ts';
import type { FigureItem, FigureOn } from '../figures.ts';
import { kindsOf } from '../item-kinds.ts';
import { itemName } from '../item-name.ts';

/** A list of more than so many is folded by kind. */
const LONG = 40;

/** The list behind a figure; a long one folded, people by situation and states by regional group, each with how many there are. */
export function FigureItems({ record, figure }: { record: RecordView; figure: FigureOn }) {
  if (figure.items.length === 0) return <p>{record.view.t('record.figure.empty')}</p>;
  if (figure.items.length <= LONG) return <Items record={record} items={figure.items} />;
  return (
    <div>
      {kindsOf(record, figure.items).map(({ name, items }) => (
        <Folded key={name} view={record.view} title={name} count={items.length}>
          <Items record={record} items={items} />
        </Folded>
      ))}
    </div>
  );
}

function Items({ record, items }: { record: RecordView; items: readonly FigureItem[] }) {
  return (
    <ol className="items">
      {items.map((item) => (
        <Item key={item.key} record={record} item={item} />
      ))}
    </ol>
  );
}

function Item({ record, item }: { record: RecordView; item: FigureItem }) {
  const { world } = record;
  const { name, within, href } = itemName(record, item);
  const participant = world.docket.participants.find(
    (one) => one.person.slug === item.of.person && one.case.slug === item.of.case,
  );
  const [first] = item.evidence;
  return (
    <li>
      <a href={href}>
        <bdi>{name}</bdi>
      </a>
      {participant && <Cleared record={record} participant={participant} />}
      {within && within !== name && (
        <>
          <br />
          <bdi className="q">{within}</bdi>
        </>
      )}
      {first && <Evidence record={record} item={item} fact={first} />}
    </li>
  );
}

/** The fact that makes it count: a treaty act's source has words and addresses, and its day may only be known as "by". */
function Evidence({
  record: { view, world },
  item,
  fact,
}: {
  record: RecordView;
  item: FigureItem;
  fact: FigureItem['evidence'][number];
}) {
  const acts = item.of.state === undefined ? [] : (world.treaty.states.get(item.of.state)?.acts ?? []);
  const act = acts.find(({ id }) => id === fact.id);
  return (
    <>
      <br />
      <small>{capital(act ? actDay(view, act) : view.partialDay(fact.date))}</small>
      <br />
      {act ? <SourceText view={view} treaty={world.treaty} fact={act} /> : <Source view={view} fact={fact} />}
    </>
  );
}
