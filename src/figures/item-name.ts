import { recordAddresses } from '../record/addresses.ts';
import { caseName, personName, situationName } from '../record/names.ts';
import { inSeveralCases } from '../record/public-participants.ts';
import type { RecordView } from '../record/record-view.ts';
import { stateAddresses } from '../states/addresses.ts';
import { listedName } from '../states/state-names.ts';
import type { FigureItem } from './figures.ts';

/** What a counted thing is called, and where more is said of it. */
export interface ItemName {
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly within: string | undefined;
  readonly href: string;
}

type Counted = Pick<FigureItem, 'key' | 'of'>;

/** Who is counted once, in whatever case, is told as a whole where there are several. */
export function itemName(record: RecordView, { key, of }: Counted): ItemName {
  const { view, world, linkDay } = record;
  const { lang } = view;
  const { docket, treaty } = world;
  if (of.state) {
    const state = treaty.states.get(of.state);
    return {
      name: state ? listedName(lang, state) : of.state,
      within: undefined,
      href: stateAddresses.state(lang, of.state, linkDay),
    };
  }
  const inCase = of.case ? docket.cases.get(of.case) : undefined;
  if (of.trial && inCase) {
    const members = docket.trials.find(({ slug }) => slug === of.trial)?.members ?? [];
    const cases = [...new Set(members.map((member) => member.case))].flatMap((slug) => docket.cases.get(slug) ?? []);
    return {
      name: cases.map((one) => caseName(lang, one)).join(' / '),
      within: undefined,
      href: recordAddresses.case(lang, inCase.slug, linkDay),
    };
  }
  const person = of.person ? docket.people.get(of.person) : undefined;
  if (person && key === person.slug && inSeveralCases(record).has(key))
    return { name: personName(lang, person), within: undefined, href: recordAddresses.person(lang, key, linkDay) };
  if (person && inCase)
    return {
      name: personName(lang, person),
      within: caseName(lang, inCase),
      href: recordAddresses.participant(lang, inCase.slug, person.slug, linkDay),
    };
  const situation = docket.situations.get(of.situation ?? '');
  return {
    name: situation ? situationName(lang, situation) : '',
    within: undefined,
    href: recordAddresses.situation(lang, of.situation ?? '', linkDay),
  };
}
