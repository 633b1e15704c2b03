import { id } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { controllerKinds } from './controllers.ts';

export const tables: Tables = {
  controllers: {
    possible: { id: id(19), kind: 'member', name: 'A member', email: 'desk@member.example' },
    another: { id: id(119) },
    impossible: {
      controllers_kind: [
        { kind: 'state' },
        { kind: 'demonstration' },
        { kind: 'operator', email: null },
        { name: null },
        { email: null },
        { email: 'desk' },
      ],
    },
    moment: 'since',
    says: 'name',
    listsWithMore: { kind: controllerKinds },
    texts: { name: 'what somebody or something is called', email: 'an address, or what it ends in' },
  },
};
