import type { ComponentChildren } from 'preact';
import { mayEver } from '../../accounts/roles.ts';
import type { SessionRow } from '../../accounts/sessions.ts';
import { isId } from '../../database/is-id.ts';
import { type Answer, seeOther } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { Carried, ErrorSummary, noProblems, type Problems } from '../../site/components/form.tsx';
import { officeAddresses } from '../addresses.ts';
import type { StaffRequest } from '../office-route.ts';
import { OfficeForm } from '../parts.tsx';
import { screen } from '../screen.tsx';
import { behindHome, wayBack } from '../way-back.ts';
import type { Filters } from './filters.ts';
import type { DeedOnSeveral, Listed, Named, OfficeList, Several } from './office-list.ts';
import { severalAddress } from './several-address.ts';

/** As many as stand on two pages. */
const MOST = 100;

/** What says which were chosen, and to which page of the list one comes back. */
export const chosenFields: Fields = { item: chosen(400, MOST), to: chosen(4_000) };

type Chooses = Pick<OfficeList<Listed, Filters, string>, 'address' | 'id'> & { readonly several: Several };

/** What somebody may do with several rows of a list. */
export function deedsFor({ several }: { readonly several?: Several }, { role }: SessionRow): readonly DeedOnSeveral[] {
  return (several?.deeds ?? []).filter(({ who }) => mayEver(role, who));
}

interface ChosenProps {
  readonly list: Pick<Chooses, 'address'>;
  readonly deeds: readonly DeedOnSeveral[];
  readonly request: StaffRequest;
  readonly children: ComponentChildren;
}

/** Around rows of which several can be chosen; each button leads to a page that says how many they are. */
export function Chosen({ list, deeds, request: { view, lang, path }, children }: ChosenProps) {
  return (
    <form method="get" action={deeds[0] && severalAddress(list, deeds[0])(lang)}>
      {children}
      <Carried values={[['to', path]]} />
      <p className="row with">
        <span>{view.t('office.list.with')}</span>
        {deeds.map((deed) => (
          <button
            key={deed.name}
            type="submit"
            className={deed.destroys ? 'go o small destroy' : 'go o small'}
            formAction={severalAddress(list, deed)(lang)}
          >
            {view.t(deed.label)}
          </button>
        ))}
      </p>
    </form>
  );
}

/** On the page of one row: what can be done with several can be done with it. */
export function SeveralLinks({
  list,
  deeds,
  request: { view, lang, session },
  id,
}: Omit<ChosenProps, 'children'> & { readonly id: string }) {
  const to = behindHome(lang, list.address(lang));
  return (
    <p className="row">
      {deeds
        .filter(({ who }) => mayEver(session.role, who))
        .map((deed) => (
          <a
            key={deed.name}
            className={deed.destroys ? 'go o destroy' : 'go o'}
            href={severalAddress(list, deed)(lang, { item: id, to })}
          >
            {view.t(deed.label)}
          </a>
        ))}
    </p>
  );
}

/** On the list again: of how many it was done, and of how many not. */
export function Done({
  list,
  view,
  query,
}: {
  list: { readonly several?: Several };
  view: View;
  query: URLSearchParams;
}) {
  const deed = list.several?.deeds.find(({ name }) => name === query.get('did'));
  const [count, all] = [query.get('n'), query.get('of')].map((text) =>
    text && /^\d{1,3}$/.test(text) ? Number(text) : 0,
  );
  if (!deed || count === undefined || all === undefined) return null;
  return (
    <p role="status" className="note">
      {view.t(deed.done, { count })} {all > count && view.t('office.list.notAll', { count: all - count })}
    </p>
  );
}

/** Says how many were chosen and which, and asks. */
export async function askSeveral(list: Chooses, deed: DeedOnSeveral, request: StaffRequest): Promise<Answer> {
  return askWith(list, deed, request, noProblems);
}

async function askWith(list: Chooses, deed: DeedOnSeveral, request: StaffRequest, problems: Problems): Promise<Answer> {
  const { view, lang, token } = request;
  const ids = idsOf(list, request);
  const named = ids.length > 0 ? await list.several.named(request, ids) : [];
  const back = wayBack(request);
  const count = named.length;
  if (count === 0) return nothingChosen(request, back, ids.length);
  const there = named.map(({ id }) => id);
  const beside = await deed.ask?.(request, problems, there);
  return screen(
    request,
    view.t(deed.title, { count }),
    <>
      <ErrorSummary view={view} problems={problems} />
      <p className="lead">{view.t(deed.text, { count })}</p>
      {ids.length > count && <p className="note">{view.t('office.list.gone', { count: ids.length - count })}</p>}
      <Names named={named} />
      {deed.begin?.(request, (begun) =>
        severalAddress(list, deed)(lang, { ...begun, item: there, to: backPath(request) }),
      )}
      <OfficeForm
        view={view}
        token={token}
        action={severalAddress(list, deed)(lang)}
        button={view.t(deed.button, { count })}
        destroys={deed.destroys ?? false}
      >
        <Carried values={[...named.map(({ id }) => ['item', id] as const), ['to', backPath(request)]]} />
        {beside}
      </OfficeForm>
      <p>
        <a href={back}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

function nothingChosen(request: StaffRequest, back: string, gone: number): Answer {
  const { view } = request;
  return screen(
    request,
    view.t('office.list.none.title'),
    <>
      <p className="lead">{gone > 0 ? view.t('office.list.gone', { count: gone }) : view.t('office.list.none')}</p>
      <p>
        <a href={back}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: 422 },
  );
}

function Names({ named }: { named: readonly Named[] }) {
  return (
    <ul>
      {named.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Does it, and leads back to where they were chosen. */
export async function doSeveral(list: Chooses, deed: DeedOnSeveral, request: StaffRequest): Promise<Answer> {
  const ids = idsOf(list, request);
  if (ids.length === 0) return nothingChosen(request, wayBack(request), 0);
  const done = await deed.run(request, ids);
  if (typeof done !== 'number') return askWith(list, deed, request, done);
  const back = new URL(wayBack(request), request.view.publicUrl);
  for (const [name, value] of [
    ['did', deed.name],
    ['n', done],
    ['of', ids.length],
  ] as const)
    back.searchParams.set(name, String(value));
  return seeOther(back.pathname + back.search);
}

function idsOf({ id }: Pick<Chooses, 'id'>, { query, form }: StaffRequest): readonly string[] {
  const items = [...query.getAll('item'), ...form.getAll('item')];
  return [...new Set(items)].filter((item) => (id === 'uuid' ? isId(item) : true));
}

function backPath(request: StaffRequest): string {
  return wayBack(request).slice(officeAddresses.home(request.lang).length);
}
