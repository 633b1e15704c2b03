import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { words } from '../locales/words.ts';
import { selectControllers } from './controller-queries.ts';

declare const brand: unique symbol;

export type ControllerId = string & { readonly [brand]: 'controller' };

/** What a controller may be. The CHECK constraint of `controllers` has the same words, with what goes with each. */
export const controllerKinds = ['operator', 'member', 'demonstration'] as const;

/** Who answers for people's data (GDPR art. 4(7)), as it is called now, in one language. */
export interface Controller {
  readonly id: ControllerId;
  readonly kind: (typeof controllerKinds)[number];
  readonly name: string;
  /** Where to write to a member; the operator's address is a setting. */
  readonly email: string | undefined;
}

/** Whoever runs this installation, once they are named. */
export const OPERATOR = '00000000-0000-7000-8000-0000000000c2' as ControllerId;

/** Nobody who exists: what is tried before an operator is named is never theirs. */
export const DEMONSTRATION = '00000000-0000-7000-8000-0000000000c1' as ControllerId;

export type ControllerRow = Awaited<ReturnType<typeof selectControllers>>[number];

/** What people did who tried a demonstration is counted, mailed and shown apart. */
export function isTried({ controllerId }: { readonly controllerId: string }): boolean {
  return controllerId === DEMONSTRATION;
}

/** Every controller that there is or was, by no name yet. */
export const controllersIn = selectControllers;

/** A controller under its name; a demonstration has one in each language. */
export function controllerIn({ id, kind, name, email }: ControllerRow, lang: Lang): Controller {
  return {
    id: id as ControllerId,
    kind: kind as Controller['kind'],
    name: name ?? words(lang).t('controllers.demonstration'),
    email: email ?? undefined,
  };
}

/** A controller as it is called now. @throws where there is none */
export async function controllerOf(queries: Queries, id: ControllerId, lang: Lang): Promise<Controller> {
  const row = (await controllersIn(queries)).find((one) => one.id === id);
  if (!row) throw new Error('a controller is not there');
  return controllerIn(row, lang);
}
