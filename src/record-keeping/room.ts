import { newOne } from '../office/copies/new-one.ts';
import { listRoutes } from '../office/list/list-routes.ts';
import { officeForm, officePage } from '../office/office-route.ts';
import type { Room } from '../room.ts';
import { keepingAddresses } from './addresses.ts';
import { addPage, changeFields, changeOne, editPage, rowVersion, stepFields } from './change-page.tsx';
import { endOne, endPage } from './end-page.tsx';
import { importFields, importPage, importTables, MOST_BYTES } from './import-page.tsx';
import { itemPage } from './item-page.tsx';
import { noteAddresses, noteRoutes } from './note-lists.tsx';
import { recordList } from './record-list.tsx';

export const recordKeeping: Room = {
  name: 'record-keeping',
  speaks: true,
  addresses: { ...keepingAddresses, ...noteAddresses },
  office: [
    ...listRoutes(recordList),
    ...noteRoutes,
    officePage(keepingAddresses.add, 'record.import', addPage),
    officeForm(keepingAddresses.add, 'record.import', changeFields, changeOne, { copied: newOne }),
    officePage(
      keepingAddresses.importRecord,
      'record.import',
      importPage('record'),
      {},
      {
        fresh: keepingAddresses.importRecord,
      },
    ),
    officeForm(keepingAddresses.importRecord, 'record.import', importFields('record'), importTables('record'), {
      bytes: MOST_BYTES,
    }),
    officePage(
      keepingAddresses.importStates,
      'states.import',
      importPage('states'),
      {},
      {
        fresh: keepingAddresses.importStates,
      },
    ),
    officeForm(keepingAddresses.importStates, 'states.import', importFields('states'), importTables('states'), {
      bytes: MOST_BYTES,
    }),
    officePage(keepingAddresses.one, 'record.read', itemPage),
    officePage(keepingAddresses.edit, 'record.import', editPage),
    officeForm(keepingAddresses.edit, 'record.import', changeFields, changeOne, { copied: { version: rowVersion } }),
    officePage(keepingAddresses.end, 'record.import', endPage),
    officeForm(keepingAddresses.end, 'record.import', stepFields, endOne),
  ],
};
