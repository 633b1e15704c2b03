import type { ActorId } from './actors/actors.ts';
import { listCampaigns } from './campaigns/campaign-settings.ts';
import { controllerIn, controllersIn } from './controllers/controllers.ts';
import { type TypedMember, WrongControllerError } from './controllers/members.ts';
import type { Database } from './database/database.ts';
import { add, change } from './members.ts';

const USAGE = `npm run controller -- list
npm run controller -- add --name NAME --email ADDRESS [--as EMAIL]
npm run controller -- change MEMBER [--name NAME] [--email ADDRESS] [--as EMAIL]
  MEMBER: its name, or its id as “list” says it; --by: who you are
  A campaign is given to one by npm run campaign -- give, or as it comes: npm run import -- campaign DIR --controller MEMBER`;

/** What an operator typed of controllers. */
export type TypedCommand = TypedMember &
  ({ readonly verb: 'list' | 'add' } | { readonly verb: 'change'; readonly which: string });

/** @throws WrongControllerError saying what can be typed */
export function readTyped({
  words: [verb = 'list', which, ...more],
  name,
  email,
}: TypedMember & { readonly words: readonly string[] }): TypedCommand {
  const typed = { name, email };
  const nothing = name === undefined && email === undefined;
  if (verb === 'list' && which === undefined && nothing) return { verb };
  if (verb === 'add' && which === undefined) return { verb, ...typed };
  if (verb === 'change' && which !== undefined && more.length === 0) return { verb, which, ...typed };
  throw new WrongControllerError(`say what to do:\n${USAGE}`);
}

/** Does what an operator typed. @throws WrongControllerError saying what can be typed; then nothing was changed */
export async function changeControllers(database: Database, typed: TypedCommand, by: ActorId): Promise<void> {
  if (typed.verb === 'add') await add(database, typed, by);
  if (typed.verb === 'change') await change(database, typed.which, typed, by);
}

/** A line of each that answers for people’s data, with its campaigns. */
export async function tellControllers(database: Database): Promise<string[]> {
  const [controllers, campaigns] = await Promise.all([controllersIn(database), listCampaigns(database)]);
  return controllers.flatMap((row) => {
    const { id, kind, name, email } = controllerIn(row, 'en');
    const own = campaigns.filter(({ controllerId }) => controllerId === id).map(({ slug }) => slug);
    // Nobody tries anything any more.
    if (kind === 'demonstration' && own.length === 0) return [];
    return [[kind, name, ...(email ? [email] : []), own.length > 0 ? own.join(', ') : 'no campaign', id].join('  ')];
  });
}
