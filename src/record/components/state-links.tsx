import { stateAddresses } from '../../states/addresses.ts';
import { listedName } from '../../states/state-names.ts';
import type { RecordView } from '../record-view.ts';

/** The states that a situation concerns, each a link. */
export function StatesConcerned({ record, slug }: { record: RecordView; slug: string }) {
  const { view, world } = record;
  const countries = world.docket.situations.get(slug)?.countries ?? [];
  if (countries.length === 0) return null;
  return (
    <>
      {view.t('record.states')}
      {view.t('site.colon')}
      {countries.map((iso3, index) => (
        <span key={iso3}>
          {index > 0 && ' · '}
          <StateLink record={record} iso3={iso3} />
        </span>
      ))}
    </>
  );
}

export function StateLink({ record: { view, world, linkDay }, iso3 }: { record: RecordView; iso3: string }) {
  const state = world.treaty.states.get(iso3);
  return <a href={stateAddresses.state(view.lang, iso3, linkDay)}>{state ? listedName(view.lang, state) : iso3}</a>;
}
