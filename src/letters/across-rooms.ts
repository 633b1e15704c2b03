import type { AcrossRooms } from '../database/owned-tables.ts';

/** Statements that touch tables of rooms below and of this one at once. */
export const acrossRooms: readonly AcrossRooms[] = [
  {
    sql: 'accept_acts',
    writes: ['actions', 'supporters'],
    because: 'an action is durable with its letters after one round trip: the hot path',
    calledBy: ['actions'],
  },
  {
    sql: 'claimLetters',
    writes: ['receiving_domains'],
    because: 'whoever claims a letter sets the next turn of its mailbox and its domain before anybody else looks',
  },
  {
    sql: 'open_queues',
    writes: ['receiving_domains'],
    because: 'a mailbox in the queue has a pace of its domain, or nothing would ever be claimed for it',
  },
  {
    sql: 'keep_mailbox',
    writes: ['channels', 'mailboxes', 'receiving_domains'],
    because: 'a corrected address takes what waits for it along, in the statement that corrects it',
  },
  {
    sql: 'end_what_was_taken_back',
    writes: ['tally_marks'],
    because: 'a letter whose action was taken back leaves the counts in the statement that would have sent it',
  },
];
