import { settleChanges } from '../accounts/changes.ts';
import type { Room } from '../room.ts';
import { enqueue, type Tasks } from '../work/enqueue.ts';
import { accountPage, endFields, endSession, newRecoveryCodes } from './account-page.tsx';
import { addOwnPasskey, askNewPasskey, newPasskeyFields, removeOwnApp } from './add-passkey.tsx';
import { officeAddresses } from './addresses.ts';
import { auditEntryPage } from './audit-entry-page.tsx';
import { auditList } from './audit-list.tsx';
import { begin, beginFields, beginPage } from './begin-page.tsx';
import { confirmAddressPage, confirmOwnAddress } from './confirm-address.tsx';
import { copyPage, throwCopyAway } from './copies/copy-page.tsx';
import { keepFields, keepTyped } from './copies/keep-typed.ts';
import { watch, watchFields } from './copies/watch.ts';
import { changeDailyMail, dailyMailFields } from './daily-mail.tsx';
import { homePage } from './home-page.tsx';
import { jobList, jobPage } from './job-list.tsx';
import { listRoutes } from './list/list-routes.ts';
import { severalAddresses } from './list/several-address.ts';
import { lookedOver } from './looked-over.tsx';
import { machinePage } from './machine/machine-page.tsx';
import { mailComingChange, mailNewAddress, mailRecoveryLink } from './mail-changes.ts';
import { mailInvitation, mailNewBrowser, mailPasskeyWentBack, mailSignInCode } from './mail-staff.ts';
import { askDailyMails, mailWhatWaits } from './mail-waits.ts';
import { officeForm, officePage, openOfficeForm, openPage } from './office-route.ts';
import { addressFields, changeAddress, stopFields, stopOwnChange } from './own-address.tsx';
import { downloadOwnData, leaveFields, leaveOffice, ownDataPage } from './own-data-page.tsx';
import { changePasskeyName, nameFields, passkeyPage, takePasskeyAway } from './passkey-page.tsx';
import { answerFields, askPasskey, askProof, passkeyProof, passkeySignIn } from './passkey-sign-in.tsx';
import {
  endTheirSessions,
  giveRole,
  inviteAgain,
  personPage,
  recoverPerson,
  removePerson,
  roleFields,
} from './person-page.tsx';
import { prove, proveFields, provePage } from './prove-page.tsx';
import { setUp, setUpFields, setUpPage } from './set-up-page.tsx';
import { askCode, codeFields, codePage, signIn, signInFields, signInPage, signOut, toField } from './sign-in-page.tsx';
import { invite, inviteFields, staffPage, staffQuery } from './staff-page.tsx';
import { stopChange, stopPage } from './stop-page.tsx';
import { throwUnsentAway, unsentPage } from './unsent-page.tsx';

const ofPerson = { fresh: officeAddresses.person };

export const office: Room = {
  name: 'office',
  styles: ['list/list.css', 'waits.css', 'two-texts.css', 'styles.css', 'machine/machine.css'],
  speaks: true,
  addresses: { ...officeAddresses, ...severalAddresses(jobList) },
  office: [
    officePage(
      officeAddresses.home,
      'signed-in',
      homePage,
      {},
      { navigation: { label: 'office.home', group: 'work', order: 0 } },
    ),
    openPage(officeAddresses.signIn, signInPage, toField),
    openOfficeForm(officeAddresses.signIn, signInFields, askCode),
    openPage(officeAddresses.code, codePage, toField),
    openOfficeForm(officeAddresses.code, codeFields, signIn),
    openPage(officeAddresses.begin, beginPage),
    openOfficeForm(officeAddresses.begin, beginFields, begin),
    openOfficeForm(officeAddresses.askPasskey, {}, askPasskey),
    openOfficeForm(officeAddresses.passkeySignIn, answerFields, passkeySignIn),
    officePage(officeAddresses.setUp, 'session', setUpPage, {}, { fresh: officeAddresses.setUp }),
    officeForm(officeAddresses.setUp, 'session', setUpFields, setUp, { fresh: officeAddresses.setUp }),
    officeForm(officeAddresses.signOut, 'session', {}, signOut),
    officePage(officeAddresses.unsent, 'signed-in', unsentPage),
    officeForm(officeAddresses.throwUnsentAway, 'signed-in', {}, throwUnsentAway),
    officeForm(officeAddresses.watch, 'signed-in', watchFields, watch, { byScript: true, byItself: true }),
    officeForm(officeAddresses.keepTyped, 'signed-in', keepFields, keepTyped, { byScript: true }),
    officePage(officeAddresses.copy, 'signed-in', copyPage),
    officeForm(officeAddresses.throwCopyAway, 'signed-in', {}, throwCopyAway),
    officePage(officeAddresses.prove, 'signed-in', provePage, toField),
    officeForm(officeAddresses.prove, 'signed-in', proveFields, prove),
    officeForm(officeAddresses.askProof, 'signed-in', {}, askProof),
    officeForm(officeAddresses.passkeyProof, 'signed-in', answerFields, passkeyProof),
    officePage(
      officeAddresses.account,
      'signed-in',
      accountPage,
      {},
      { navigation: { label: 'office.account', group: 'running', order: 90 } },
    ),
    officeForm(officeAddresses.endSessions, 'signed-in', endFields, endSession),
    officeForm(officeAddresses.recoveryCodes, 'signed-in', {}, newRecoveryCodes, { fresh: officeAddresses.account }),
    officeForm(officeAddresses.askNewPasskey, 'session', {}, askNewPasskey, { fresh: officeAddresses.account }),
    officeForm(officeAddresses.passkeys, 'session', newPasskeyFields, addOwnPasskey, {
      fresh: officeAddresses.account,
    }),
    officePage(officeAddresses.passkey, 'signed-in', passkeyPage),
    officeForm(officeAddresses.passkey, 'signed-in', nameFields, changePasskeyName),
    officeForm(officeAddresses.removePasskey, 'signed-in', {}, takePasskeyAway, { fresh: officeAddresses.passkey }),
    officeForm(officeAddresses.removeApp, 'signed-in', {}, removeOwnApp, { fresh: officeAddresses.account }),
    officeForm(officeAddresses.address, 'signed-in', addressFields, changeAddress, { fresh: officeAddresses.account }),
    officePage(officeAddresses.confirmAddress, 'signed-in', confirmAddressPage),
    officeForm(officeAddresses.confirmAddress, 'signed-in', {}, confirmOwnAddress),
    officeForm(officeAddresses.lookedOver, 'signed-in', {}, lookedOver, { fresh: officeAddresses.account }),
    officeForm(officeAddresses.dailyMail, 'signed-in', dailyMailFields, changeDailyMail),
    officeForm(officeAddresses.stopOwn, 'signed-in', stopFields, stopOwnChange),
    officePage(officeAddresses.ownData, 'signed-in', ownDataPage),
    officeForm(officeAddresses.ownData, 'signed-in', {}, downloadOwnData, { fresh: officeAddresses.ownData }),
    officeForm(officeAddresses.leave, 'signed-in', leaveFields, leaveOffice, { fresh: officeAddresses.ownData }),
    openPage(officeAddresses.stop, stopPage),
    openOfficeForm(officeAddresses.stop, {}, stopChange),
    ...listRoutes(jobList),
    officePage(officeAddresses.job, 'machine.read', jobPage),
    officePage(
      officeAddresses.machine,
      'machine.read',
      machinePage,
      {},
      { navigation: { label: 'office.machine', group: 'running', order: 60 } },
    ),
    ...listRoutes(auditList),
    officePage(officeAddresses.auditEntry, 'audit.read', auditEntryPage),
    officePage(officeAddresses.staff, 'accounts.change', staffPage, staffQuery, {
      navigation: { label: 'office.staff', group: 'running', order: 50 },
    }),
    officeForm(officeAddresses.staff, 'accounts.change', inviteFields, invite, { fresh: officeAddresses.staff }),
    officePage(officeAddresses.person, 'accounts.change', personPage),
    officeForm(officeAddresses.role, 'accounts.change', roleFields, giveRole, ofPerson),
    officeForm(officeAddresses.inviteAgain, 'accounts.change', {}, inviteAgain, ofPerson),
    officeForm(officeAddresses.endTheirSessions, 'accounts.change', {}, endTheirSessions, ofPerson),
    officeForm(officeAddresses.recover, 'accounts.change', {}, recoverPerson, ofPerson),
    officeForm(officeAddresses.removePerson, 'accounts.change', {}, removePerson, ofPerson),
  ],
  duties: ({ patient }) => [
    { name: 'mail-what-waits', when: '*/5 * * * *', run: () => askDailyMails(patient) },
    {
      name: 'settle-account-changes',
      when: '* * * * *',
      run: () => settleChanges(patient, (trx, actor) => enqueue(trx, 'mail-recovery-link', { actor })),
    },
  ],
  tasks: ({ app, post }) => ({
    'mail-sign-in-code': (payload) => mailSignInCode(app, post, payload as Tasks['mail-sign-in-code']),
    'mail-coming-change': (payload) => mailComingChange(app, post, payload as Tasks['mail-coming-change']),
    'mail-new-address': (payload) => mailNewAddress(app, post, payload as Tasks['mail-new-address']),
    'mail-recovery-link': (payload) => mailRecoveryLink(app, post, payload as Tasks['mail-recovery-link']),
    'mail-invitation': (payload) => mailInvitation(app, post, payload as Tasks['mail-invitation']),
    'mail-passkey-went-back': (payload) => mailPasskeyWentBack(app, post, payload as Tasks['mail-passkey-went-back']),
    'mail-what-waits': (payload) => mailWhatWaits(app, post, payload as Tasks['mail-what-waits']),
    'mail-new-browser': (payload) => mailNewBrowser(app, post, payload as Tasks['mail-new-browser']),
  }),
};
