import { isId } from '../../database/is-id.ts';
import { NotFoundError } from '../../http/answer.ts';
import { languageName } from '../../locales/format.ts';
import { itemHistory } from '../../office/item-history.tsx';
import { SeveralLinks } from '../../office/list/several.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { nameAddresses, pledgeAddresses } from '../addresses.ts';
import { decidedNames } from './decided-list.tsx';
import { namesAmong } from './listed-names.ts';
import { nameStates } from './name-decisions.ts';
import { NameCell } from './name-parts.tsx';
import { offeredList } from './offered-list.tsx';

/** One name: what is known of it, what was decided, and what can be done. */
export async function nameScreen(request: StaffRequest) {
  const { view, lang, params } = request;
  const id = params.id ?? '';
  const [name] = isId(id) ? await namesAmong(request, [id], nameStates) : [];
  if (!name) throw new NotFoundError('a name');
  const waits = name.state === 'offered';
  const list = name.state === 'shown' || name.state === 'refused' ? decidedNames : offeredList;
  return screen(
    request,
    view.t('pledges.names.one'),
    <>
      <p className="lead">
        <NameCell view={view} name={name.name} />
      </p>
      <dl className="details">
        <Detail label={view.t('pledges.names.decision')}>{view.t(`pledges.names.is.${name.state}`)}</Detail>
        {name.because && (
          <Detail label={view.t('pledges.names.because')}>{view.t(`pledges.names.because.${name.because}`)}</Detail>
        )}
        <Detail label={view.t('pledges.names.state')}>{name.stateName}</Detail>
        <Detail label={view.t('pledges.names.language')}>{languageName(lang, name.lang)}</Detail>
        <Detail label={view.t('pledges.names.campaign')}>
          <a href={pledgeAddresses.names(lang, name.campaign)}>{name.campaignName}</a>
        </Detail>
        <Detail label={view.t('pledges.names.since')}>{view.moment(name.offeredAt)}</Detail>
      </dl>
      {name.state === 'kept-back' && <p className="note">{view.t('pledges.names.keptBack')}</p>}
      {waits && name.name === undefined && <p className="note">{view.t('pledges.names.unshowable.hint')}</p>}
      {name.state !== 'kept-back' && (
        <SeveralLinks list={list} deeds={list.several?.deeds ?? []} request={request} id={name.id} />
      )}
      {await itemHistory(request, ['name', name.id])}
      <p>
        <a href={waits ? nameAddresses.offered(lang) : nameAddresses.decided(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}
