import { addAccount } from '../../src/accounts/accounts.ts';
import type { Role } from '../../src/accounts/roles.ts';
import { beginSession } from '../../src/accounts/sessions.ts';
import type { ActorId } from '../../src/actors/actors.ts';
import { operatorAt } from '../../src/actors/at-the-machine.ts';
import type { Lang } from '../../src/config/langs.ts';
import type { App } from '../../src/http/app.ts';

/** Somebody who helps run this, signed in: what their browser holds, and who they are. */
export interface SignedIn {
  readonly token: string;
  readonly actor: ActorId;
}

/** Somebody of a role, by their name, who has just shown two factors. */
export async function signedInAs(
  { database, keys }: Pick<App, 'database' | 'keys'>,
  name: string,
  role: Role,
  languages: readonly Lang[] = [],
): Promise<SignedIn> {
  const by = await operatorAt(database, 'Who sets up the test');
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@justice.example`;
  await addAccount({ database, keys, by }, { name, email, role, languages });
  const browser = { token: 'of no browser', words: 'firefox linux' };
  return database.transaction().execute(async (trx) => {
    const { id } = await trx.selectFrom('actors').select('id').where('name', '=', name).executeTakeFirstOrThrow();
    const { token } = await beginSession(trx, id as ActorId, 'signed-in', browser);
    return { token, actor: id as ActorId };
  });
}
