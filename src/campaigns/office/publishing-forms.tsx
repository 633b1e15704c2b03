import { type Lang, langs } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import type { Publication } from '../../publications/publication.ts';
import { Choice, Choices, TextArea } from '../../site/components/field.tsx';
import { Carried, noProblems, type Problems } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import { isMade, publishable, unpublished } from '../publish-campaign.ts';
import type { ItemRow } from './item-queries.ts';
import { carriedSeen, type PublishingOne } from './publishing.ts';

interface StatesProps {
  readonly view: View;
  readonly row: ItemRow;
  readonly publication: Publication | undefined;
}

/** What each language is to readers. */
export function States({ view, row, publication }: StatesProps) {
  const said = (lang: Lang) => {
    const from = publication?.publicFrom.get(lang);
    if (from) return view.t('campaigns.publishing.from', { when: view.moment(from) });
    const stands = row.texts.some((one) => one.lang === lang);
    return view.t(stands ? 'campaigns.publishing.draft' : 'campaigns.publishing.unwritten');
  };
  return (
    <dl className="details">
      {langs.map((lang) => (
        <div key={lang}>
          <dt>{languageName(view.lang, lang)}</dt>
          <dd>{said(lang)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PublishProps {
  readonly request: StaffRequest;
  readonly publishing: PublishingOne;
  readonly problems: Problems;
}

/** The languages in which it can be published, and what comes along. */
export function Publish({ request: { view, lang, token, form }, publishing, problems }: PublishProps) {
  const { row, rows, asks } = publishing;
  const open = unpublished(publishable(row, publishing));
  const others = row.kind === 'campaign' ? rows.filter(({ id, kind }) => kind === 'ask' && isMade(asks, id)) : [];
  const drafts = others.filter((one) => unpublished(publishable(one, publishing)).length > 0);
  const more = drafts.flatMap((one) => unpublished(publishable(one, publishing)));
  const offered = langs.filter((one) => open.includes(one) || more.includes(one));
  if (offered.length === 0) return null;
  const ticked = form.getAll('langs');
  return (
    <>
      <h2>{view.t('campaigns.publishing.publish')}</h2>
      <p>{view.t(`campaigns.publishing.publish.${row.kind}`)}</p>
      <OfficeForm
        view={view}
        token={token}
        action={deskAddresses.publishing(lang, row.slug, row.id)}
        button={view.t('campaigns.publishing.publish.do')}
        problems={problems.has('langs') ? problems : noProblems}
      >
        <Carried values={[['step', 'publish'], ...carriedSeen(publishing)]} />
        <Choices name="langs" label={view.t('campaigns.publishing.langs')} error={problems.get('langs')}>
          {offered.map((one) => (
            <Choice
              key={one}
              name="langs"
              value={one}
              defaultChecked={ticked.includes(one)}
              label={languageName(view.lang, one)}
            />
          ))}
        </Choices>
        {drafts.length > 0 && (
          <Choice
            name="asks"
            value="yes"
            defaultChecked={form.get('step') !== 'publish' || form.has('asks')}
            label={view.t('campaigns.publishing.asks', { count: drafts.length })}
          />
        )}
      </OfficeForm>
    </>
  );
}

interface WithdrawProps {
  readonly request: StaffRequest;
  readonly row: ItemRow;
  readonly publication: Publication | undefined;
  readonly problems: Problems;
}

/** What takes it from readers, or gives it back. */
export function Withdraw({ request: { view, lang, token, form }, row, publication, problems }: WithdrawProps) {
  const action = deskAddresses.publishing(lang, row.slug, row.id);
  if (publication?.withdrawnAt)
    return (
      <>
        <h2>{view.t('campaigns.publishing.reinstate')}</h2>
        <p>{view.t('campaigns.publishing.withdrawn', { when: view.moment(publication.withdrawnAt) })}</p>
        {problems.has('reinstate') && (
          <p className="note" role="alert">
            {problems.get('reinstate')}
          </p>
        )}
        <OfficeForm
          view={view}
          token={token}
          action={action}
          button={view.t('campaigns.publishing.reinstate')}
          outlined
        >
          <Carried values={[['step', 'reinstate']]} />
        </OfficeForm>
      </>
    );
  return (
    <>
      <h2>{view.t('campaigns.publishing.withdraw')}</h2>
      <p>{view.t(`campaigns.publishing.withdraw.${row.kind}`)}</p>
      <OfficeForm
        view={view}
        token={token}
        action={action}
        button={view.t('campaigns.publishing.withdraw')}
        problems={problems.has('why') ? problems : noProblems}
        destroys
      >
        <Carried values={[['step', 'withdraw']]} />
        <TextArea
          name="why"
          label={view.t('campaigns.publishing.why')}
          hint={view.t('campaigns.publishing.why.hint')}
          error={problems.get('why')}
          defaultValue={form.get('why') ?? ''}
          rows={3}
          dir="auto"
        />
      </OfficeForm>
    </>
  );
}
