import type { AcrossRooms } from '../database/owned-tables.ts';

const FOLLOWS =
  'a name is offered, taken back or forgotten in the transaction that does it, also by the version before';

/** Functions of the database that follow tables of rooms below. */
export const acrossRooms: readonly AcrossRooms[] = [
  { sql: 'offer_name', writes: ['consents'], because: FOLLOWS },
  { sql: 'take_name_back', writes: ['consents'], because: FOLLOWS },
  { sql: 'forget_name', writes: ['actions'], because: FOLLOWS },
  {
    sql: 'follow_risk',
    writes: ['states'],
    because: 'where a risk rises names are gone in the transaction that says so, whoever judges it',
  },
  {
    sql: 'take_names_off_pages',
    writes: ['page_removals'],
    because: 'whatever takes a name away takes it off kept pages once it commits',
  },
];
