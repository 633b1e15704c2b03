import { describe, expect, it } from 'vitest';
import { handedBy } from './handed.ts';
import type { Room, Work } from './room.ts';
import { rooms } from './rooms.ts';
import { backgroundWork } from './schedule.ts';

const work = { app: {}, patient: {}, post: {}, seconds: 1 } as Work;
const run = async () => {};
const made = <One>(named: object) => [named as One];
const another: Readonly<Record<string, Partial<Room>>> = {
  letter: { actionKinds: made({ kind: 'letter' }) },
  account: { auditedItems: { account: 'office.audit' } },
  events: { feeds: made({ about: 'events' }) },
  status: { lastingLinks: made({ purpose: 'status' }) },
  campaign: { publications: made({ kind: 'campaign' }) },
  states: { searchDocuments: made({ about: 'states' }) },
  'held-letters': { waits: made({ name: 'held-letters' }) },
  tallies: { pulses: () => [{ name: 'tallies', seconds: 1, run }] },
  forget: { duties: () => [{ name: 'forget', when: '* * * * *', run }] },
  'mail-data-link': { tasks: () => ({ 'mail-data-link': run }) },
};

describe('two rooms that hand in something of one name', () => {
  it.each(Object.entries(another))('are refused: %s', (name, more) => {
    const all = [...rooms, { name: 'another', ...more }];
    expect(() => [handedBy(all), backgroundWork(all, work)]).toThrow(`“${name}”`);
  });

  it('are not in the product', () => {
    expect(() => [handedBy(rooms), backgroundWork(rooms, work)]).not.toThrow();
  });
});
