import { NotFoundError } from '../http/answer.ts';
import { itemHistory } from '../office/item-history.tsx';
import { SeveralLinks } from '../office/list/several.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { reachAddresses } from './addresses.ts';
import { becauseOf, pauseList } from './office-pauses.tsx';
import { selectPausedAmong } from './pause-queries.ts';
import { reachedAt } from './reached.tsx';

/** One that is paused: since when, why, whom it keeps from being written to, and what can be done. */
export async function pausePage(request: StaffRequest) {
  const { app, view, lang, params } = request;
  const [one] = await selectPausedAmong(app.database, [params.name ?? '']);
  if (!one) throw new NotFoundError('what is paused');
  return screen(
    request,
    one.id,
    <>
      <dl className="details">
        <Detail label={view.t('representatives.pauses.since')}>{view.moment(one.since)}</Detail>
        <Detail label={view.t('representatives.pauses.because')}>
          {becauseOf(view, one)}
          {one.kind === 'domain' && one.because && (
            <>
              <br />
              <q dir="ltr">{one.because}</q>
            </>
          )}
        </Detail>
      </dl>
      <SeveralLinks list={pauseList} deeds={pauseList.several?.deeds ?? []} request={request} id={one.id} />
      {await reachedAt(request, one.kind === 'domain' ? { domain: one.id } : { mailbox: one.id })}
      {await itemHistory(request, ['mailbox', one.id])}
      <p>
        <a href={reachAddresses.pauses(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}
