import type { Room } from '../room.ts';
import { resealWhatIsLeft } from './reseal.ts';

export const sealing: Room = {
  name: 'sealing',
  speaks: true,
  auditedItems: { key: 'sealing.item.key' },
  owns: ['found_with', 'processes', 'sealing_keys'],
  retention: {
    found_with: { nothingOfPeople: { lookup_print: 'a print, made by us' } },
    processes: { nothingOfPeople: { host: 'the name of a machine' } },
    sealing_keys: { nothingOfPeople: { key_print: 'a print, made by us' } },
  },
  lends: { sealing_keys: ['number', 'key_print', 'active_at', 'resealed_at', 'dropped_at'] },
  duties: ({ patient }) => [{ name: 'reseal', when: '*/5 * * * *', run: () => resealWhatIsLeft(patient) }],
};
