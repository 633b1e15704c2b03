import type { AccountRow } from '../accounts/accounts.ts';
import { addressOf, isNameToCome } from '../accounts/called.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { UNREADABLE } from '../sealing/read-sealed.ts';
import { NetAddress } from '../site/components/net-address.tsx';

/** What an account is known by to those who may change it: its name; its address, before somebody has said what they are called. */
export function whoseAccount(app: App, view: View, account: AccountRow): string {
  if (!isNameToCome(account.name)) return account.name;
  const address = addressOf(app, account);
  return address === UNREADABLE ? view.t('office.staff.unreadable') : `\u2066${address}\u2069`;
}

/** Its address, from left to right, or that no key of ours opens it. */
export function AccountAddress({ app, view, account }: { app: App; view: View; account: AccountRow }) {
  const address = addressOf(app, account);
  return address === UNREADABLE ? view.t('office.staff.unreadable') : <NetAddress>{address}</NetAddress>;
}
