import { before, bytes, id, now, operator, somebody, today, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { alertKinds } from './alerts.ts';
import { returnedKinds } from './returned-mails.ts';

export const tables: Tables = {
  outbox: {
    possible: { id: id(13), message_sealed: bytes('d', 1) },
    another: { id: id(113) },
    impossible: { outbox_message_sealed: { message_sealed: '\\x' } },
    moment: 'created_at',
  },
  returned_mails: {
    possible: {
      id: id(14),
      bounce_id: bytes('e', 10),
      kind: 'answer',
      message_sealed: bytes('d', 1),
      created_at: now,
    },
    another: { id: id(114) },
    impossible: {
      returned_mails_kind_check: { kind: 'joke' },
      returned_mails_message_sealed: { message_sealed: '\\x' },
      returned_mails_bounce_id: { bounce_id: '\\x01' },
      returned_mails_in_order: { settled_at: before, settled_by: somebody },
      returned_mails_settled: { settled_at: now },
      returned_mails_settled_by: { settled_at: now, settled_by: unknown },
    },
    moment: 'created_at',
    lists: { kind: returnedKinds },
    order: [['created_at', 'settled_at']],
    later: `settled_by = '${somebody}'`,
    decided: {
      row: { settled_at: today, settled_by: operator, created_at: today },
      goes: `UPDATE returned_mails SET created_at = '2020-01-01', settled_at = '2020-01-01'`,
    },
  },
  alerts: {
    possible: { id: id(15), kind: 'complaint', subject: 'assembly.example', detail: 'seen', raised_at: now },
    another: { id: id(115), subject: 'another.example' },
    impossible: {
      alerts_in_order: [{ told_at: before }, { settled_at: before, settled_by: somebody }],
      alerts_settled: { settled_at: now },
      alerts_settled_by_fkey: { settled_at: now, settled_by: unknown },
      alerts_kind: { kind: 'joke' },
      alerts_open: { subject: 'assembly.example' },
    },
    moment: 'raised_at',
    says: 'subject',
    lists: { kind: alertKinds },
    texts: {
      detail: 'what a mail server said, or is said of it',
      subject: 'what a mail server said, or is said of it',
    },
    order: [
      ['raised_at', 'told_at'],
      ['raised_at', 'settled_at'],
    ],
    later: `settled_by = '${somebody}'`,
    decided: {
      row: { settled_at: today, settled_by: operator },
      goes: `UPDATE alerts SET raised_at = '2020-01-01', settled_at = '2020-01-01'`,
    },
  },
  alert_mails: {
    possible: { kind: 'complaint', mailed_at: now },
    another: { kind: 'letter-fails' },
    impossible: { alert_mails_kind: { kind: 'joke' } },
    moment: 'mailed_at',
    lists: { kind: alertKinds },
  },
};
