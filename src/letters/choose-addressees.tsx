import type { Ask, Campaign } from '../campaigns/campaign.ts';
import type { View } from '../http/view.ts';
import { exampleIn } from '../representatives/example-names.ts';
import type { Channel, Found, Representative, Search } from '../representatives/find-representatives.ts';
import { InOneLine } from '../representatives/lines.tsx';
import { displayName, mailChannel, postLines, seatLines } from '../representatives/naming.ts';
import { Choice, Choices, Field, Select } from '../site/components/field.tsx';
import { Carried, ErrorSummary, OnlyHere, type Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { stateInSentence } from '../states/state-in-sentence.ts';
import type { State } from '../states/states.ts';
import { letterAddresses } from './addresses.ts';
import { Steps } from './steps.tsx';

export type Typed = readonly (readonly [string, string])[];

/** Then: to whom. What was ticked stays ticked while searching. */
export function ChooseAddressees({
  view,
  campaign,
  state,
  search,
  found,
  ticked,
  problems,
  ask,
  typed,
}: {
  view: View;
  campaign: Campaign;
  state: State;
  search: Search;
  found: Found;
  ticked: readonly Representative[];
  problems: Problems;
  ask: Ask | undefined;
  /** What its writer has typed already, which goes along; it stands in no address. */
  typed: Typed | undefined;
}) {
  const others = found.representatives.filter(({ id }) => !ticked.some((one) => one.id === id));
  // Where the list went on: what was added begins there.
  const firstNew = found.before > 0 ? found.representatives[found.before] : undefined;
  return (
    <div className="read">
      <Steps view={view} current={2} />
      <h1>{view.t('letters.to.title', stateInSentence(view.lang, state))}</h1>
      {ask && <p className="lead">{ask.text.title}</p>}
      <ErrorSummary view={view} problems={problems} />
      {typed && <OnlyHere view={view} />}
      <form
        id="addressees"
        method={typed ? 'post' : 'get'}
        action={letterAddresses.write(view.lang, campaign.slug)}
        noValidate
      >
        <Carried
          values={
            typed ?? [
              ['state', state.iso3],
              ['aware', '1'],
              ['choose', '1'],
            ]
          }
        />
        <SearchFields view={view} search={search} found={found} />
        <Choices
          name="to"
          label={view.t('letters.to.label')}
          hint={view.t('letters.to.hint', { most: campaign.letterLimit })}
          error={problems.get('to')}
        >
          {[...ticked, ...others].map((representative) => (
            <div key={representative.id} id={representative === firstNew ? 'more' : undefined}>
              <Choice
                name="to"
                value={representative.id}
                defaultChecked={
                  ticked.includes(representative) || (problems.size === 0 && isAddressed(representative, ask, ticked))
                }
                label={<Who view={view} representative={representative} />}
              />
            </div>
          ))}
          {ticked.length + others.length === 0 && <p>{view.t('letters.to.nobody')}</p>}
        </Choices>
        <p className="row">
          <button className="go" type="submit" name="go" value="write">
            {view.t('letters.to.go')}
          </button>
          {found.more && (
            <button
              className="go o"
              type="submit"
              name="page"
              value={(search.pages ?? 1) + 1}
              formAction={`${letterAddresses.write(view.lang, campaign.slug)}#more`}
            >
              {view.t('letters.to.more')}
            </button>
          )}
          {found.before > 0 && (
            <button className="quiet" type="submit" name="page" value="1">
              {view.t('letters.to.fewer')}
            </button>
          )}
        </p>
      </form>
      {!typed && (
        <p>
          <a href={letterAddresses.write(view.lang, campaign.slug)}>{view.t('letters.otherState')}</a>
        </p>
      )}
    </div>
  );
}

/** The office that the ask is for is ticked to begin with; whoever has ticked somebody else, or nobody, decides. */
function isAddressed(one: Representative, ask: Ask | undefined, ticked: readonly Representative[]): boolean {
  return ticked.length === 0 && one.office !== null && one.office === ask?.office;
}

function SearchFields({ view, search, found }: { view: View; search: Search; found: Found }) {
  return (
    <>
      <Field
        name="q"
        label={view.t(found.areas.length > 0 ? 'letters.to.place' : 'letters.to.search')}
        hint={view.t(found.areas.length > 0 ? 'letters.to.placeHint' : 'letters.to.searchHint')}
        defaultValue={search.words}
        type="search"
        maxLength={100}
      />
      {found.areas.length > 1 && <Filter view={view} name="area" values={found.areas} value={search.area} />}
      {found.parties.length > 1 && <Filter view={view} name="party" values={found.parties} value={search.party} />}
      <p className="row">
        <button className="go o" type="submit">
          {view.t('letters.to.find')}
        </button>
      </p>
    </>
  );
}

function Filter({
  view,
  name,
  values,
  value,
}: {
  view: View;
  name: 'area' | 'party';
  values: readonly string[];
  value: string | undefined;
}) {
  return (
    <Select name={name} label={view.t(`letters.to.${name}`)} defaultValue={value ?? ''}>
      <option value="">{view.t('letters.to.any')}</option>
      {values
        .map((item) => ({ item, shown: exampleIn(view.lang, item) }))
        .sort((a, b) => a.shown.localeCompare(b.shown, view.lang, { numeric: true }))
        .map(({ item, shown }) => (
          <option key={item} value={item}>
            {shown}
          </option>
        ))}
    </Select>
  );
}

function reachOf({ paused, example }: Channel): 'paused' | 'example' | 'email' {
  if (paused) return 'paused';
  return example ? 'example' : 'email';
}

function Who({ view, representative }: { view: View; representative: Representative }) {
  const channel = mailChannel(representative);
  const reach = channel ? reachOf(channel) : 'by-hand';
  return (
    <>
      <b>
        <bdi>{displayName(view.lang, representative)}</bdi>
      </b>
      {reach === 'example' && <span className="example s">{view.t('representatives.example.mark')}</span>}
      <span className="s">
        <InOneLine view={view} of={postLines(view.lang, representative)} />
        <InOneLine view={view} of={seatLines(view.lang, representative)} />
      </span>
      <span className="held q s">
        {reach === 'example' ? (
          <NetAddress>{channel?.value ?? ''}</NetAddress>
        ) : (
          view.t(`representatives.reach.${reach}`)
        )}
        {reach !== 'example' && representative.source && representative.as_of && (
          <>
            <br />
            {view.t('representatives.source', { source: representative.source, asOf: view.day(representative.as_of) })}
          </>
        )}
      </span>
    </>
  );
}
