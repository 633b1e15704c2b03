import type { ActionKind } from '../actions/action-kind.ts';
import { pledgeAddresses } from './addresses.ts';
import { supporterKindName } from './supporter-kinds.ts';

declare module '../actions/action-kind-name.ts' {
  interface ActionKindNames {
    pledge: true;
  }
}

/** An action that is somebody's name alone. */
export const pledgeKind: ActionKind = {
  kind: 'pledge',
  says: {
    title: 'pledges.action',
    confirm: 'pledges.action.confirm',
    confirmButton: 'pledges.action.confirm.button',
    mailSubject: 'pledges.action.mail.subject',
    mailText: 'pledges.action.mail.text',
    confirmed: 'pledges.action.confirmed',
    next: 'pledges.action.next',
    withdraw: 'pledges.action.withdraw',
    tried: 'pledges.action.tried',
    triedNext: 'pledges.action.tried.next',
  },
  begin: { label: 'campaigns.join', to: pledgeAddresses.join },
  step: { after: 'letter', text: 'pledges.action.step' },
  supporterKind: supporterKindName,
};
