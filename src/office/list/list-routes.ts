import { type OfficeRoute, officeForm, officePage } from '../office-route.ts';
import type { Filters } from './filters.ts';
import { listPage } from './list-page.tsx';
import type { Listed, OfficeList } from './office-list.ts';
import { queryOf } from './read-asking.ts';
import { askSeveral, chosenFields, doSeveral } from './several.tsx';
import { severalAddress } from './several-address.ts';

/** The addresses of a list: its page, and for what can be done with several of its rows a page that asks and the form that does it. */
export function listRoutes<Row extends Listed, Of extends Filters, Sort extends string>(
  given: OfficeList<Row, Of, Sort>,
): readonly OfficeRoute[] {
  // What it is asked for was held to its own filters and orders (`readAsking`).
  const list = given as unknown as OfficeList<Row, Filters, string>;
  const { address: at, who, navigation, several } = list;
  const page = officePage(
    at,
    who,
    (request) => listPage(list, request),
    queryOf(list),
    navigation ? { navigation } : {},
  );
  if (!several) return [page];
  return [
    page,
    ...several.deeds.flatMap((deed) => {
      const chooses = { ...list, several };
      const asks = severalAddress(list, deed);
      return [
        officePage(asks, deed.who, (request) => askSeveral(chooses, deed, request), { ...chosenFields, ...deed.begun }),
        officeForm(asks, deed.who, { ...chosenFields, ...deed.fields }, (request) => doSeveral(chooses, deed, request)),
      ];
    }),
  ];
}
