import { Listed } from '../../site/components/listed.tsx';
import { stateAddresses } from '../../states/addresses.ts';
import { listedName } from '../../states/state-names.ts';
import type { Situation } from '../docket.ts';
import type { RecordView } from '../record-view.ts';

/** The states that a situation concerns, each a link. */
export function StatesConcerned({ record, situation }: { record: RecordView; situation: Situation }) {
  return (
    <Listed
      lang={record.view.lang}
      of={situation.countries.map((iso3) => <StateLink key={iso3} record={record} iso3={iso3} />)}
    />
  );
}

export function StateLink({ record: { view, world, linkDay }, iso3 }: { record: RecordView; iso3: string }) {
  const state = world.treaty.states.get(iso3);
  return <a href={stateAddresses.state(view.lang, iso3, linkDay)}>{state ? listedName(view.lang, state) : iso3}</a>;
}
