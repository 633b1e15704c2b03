import type { Room } from '../room.ts';
import { forgetRemovedAccounts } from './accounts.ts';
import { forgetOpenedPages } from './opened-pages.ts';
import { endSignIns } from './restored-queries.ts';
import {
  OPENED_PAGE_DAYS,
  REMOVED_ACCOUNT_DAYS,
  SIGN_IN_DAYS,
  UNSENT_FORM_DAYS,
  WORKING_COPY_DAYS,
} from './retention.ts';
import { forgetOldSignIns } from './sessions.ts';
import { forgetUnsentForms } from './unsent-forms.ts';
import { forgetCopies } from './working-copies.ts';

const signIns = {
  days: SIGN_IN_DAYS,
  after: 'signed in',
  duty: 'forget-old-sign-ins',
  sentence: 'site.privacy.keeps.sign-ins',
  of: 'staff',
} as const;

const removed = {
  days: REMOVED_ACCOUNT_DAYS,
  after: 'removed',
  duty: 'forget-removed-accounts',
  sentence: 'site.privacy.keeps.accounts',
  of: 'staff',
} as const;

const forms = {
  days: UNSENT_FORM_DAYS,
  after: 'sent after its session had ended',
  duty: 'forget-unsent-forms',
  sentence: 'site.privacy.keeps.unsent-forms',
  of: 'staff',
} as const;

const opened = {
  days: OPENED_PAGE_DAYS,
  after: 'last seen',
  duty: 'forget-opened-pages',
  sentence: 'site.privacy.keeps.opened-pages',
  of: 'staff',
} as const;

const copies = {
  days: WORKING_COPY_DAYS,
  after: 'typed last',
  duty: 'forget-working-copies',
  sentence: 'site.privacy.keeps.working-copies',
  of: 'staff',
} as const;

export const accounts: Room = {
  name: 'accounts',
  speaks: true,
  auditedItems: { account: 'accounts.item.account' },
  owns: [
    'account_changes',
    'account_links',
    'accounts',
    'mailed_codes',
    'opened_pages',
    'passkey_challenges',
    'passkeys',
    'sessions',
    'unsent_forms',
    'working_copies',
  ],
  afterRestore: endSignIns,
  retention: {
    accounts: [removed],
    account_changes: [signIns],
    unsent_forms: [forms],
    working_copies: [copies],
    opened_pages: [opened],
    sessions: [signIns],
    mailed_codes: [signIns],
    account_links: [signIns],
    passkey_challenges: [signIns],
    passkeys: [removed],
  },
  duties: ({ patient }) => [
    {
      name: 'forget-removed-accounts',
      when: '47 3 * * *',
      run: () => forgetRemovedAccounts(patient.database, new Date()),
    },
    {
      name: 'forget-unsent-forms',
      when: '23 * * * *',
      run: () => forgetUnsentForms(patient.database, new Date()),
    },
    {
      name: 'forget-opened-pages',
      when: '*/5 * * * *',
      run: () => forgetOpenedPages(patient.database, new Date()),
    },
    {
      name: 'forget-working-copies',
      when: '29 3 * * *',
      run: () => forgetCopies(patient.database, new Date()),
    },
    {
      name: 'forget-old-sign-ins',
      when: '53 * * * *',
      run: () => forgetOldSignIns(patient.database, new Date()),
    },
  ],
};
