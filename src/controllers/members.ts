import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { langs } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { readMailbox } from '../text/mailbox.ts';
import { insertMember, lockControllers, selectControllers, updateMember } from './controller-queries.ts';
import { type ControllerId, type ControllerRow, controllerIn } from './controllers.ts';

/** What an operator typed of a controller can't be done; the message says what can. */
export class WrongControllerError extends Error {
  override readonly name = 'WrongControllerError';
}

/** What an operator typed of a member organisation. */
export interface TypedMember {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** How an operator names whoever runs the installation. */
export const OWN = 'operator';

/** One line, with something to see. */
const NAME = /^(?=.*\S)\P{C}{1,120}$/u;

/**
 * Adds a member organisation, which may then have campaigns of its own.
 * @returns its row
 * @throws WrongControllerError naming the option
 */
export async function addMember(trx: Queries, typed: TypedMember, by: ActorId): Promise<ControllerRow> {
  const [name, email] = [readName(typed.name), readEmail(typed.email)];
  await lockControllers(trx);
  await refuseTaken(trx, name);
  const id = await insertMember(trx, name, email);
  await writeAudit(trx, { by, operation: 'controllers.add', item: ['controller', name], after: { email } });
  return { id, kind: 'member', name, email };
}

/**
 * Calls a member otherwise, or reaches it elsewhere; what is not typed stays. It is the same controller: consents keep what it was called
 * in them.
 * @returns its row
 * @throws WrongControllerError naming the option or the member
 */
export async function changeMember(
  trx: Queries,
  which: string,
  typed: TypedMember,
  by: ActorId,
): Promise<ControllerRow> {
  if (typed.name === undefined && typed.email === undefined)
    throw new WrongControllerError('say --name or --email: what it is called, or where it is reached, from now on');
  await lockControllers(trx);
  const member = await findController(trx, which);
  if (member.kind !== 'member' || member.name === null || member.email === null)
    throw new WrongControllerError('the operator is called and reached as OPERATOR_NAME and OPERATOR_EMAIL say');
  const name = typed.name === undefined ? member.name : readName(typed.name);
  const email = typed.email === undefined ? member.email : readEmail(typed.email);
  await refuseTaken(trx, name, member.id);
  await updateMember(trx, member.id, name, email);
  const before = { name: member.name, email: member.email };
  await writeAudit(trx, {
    by,
    operation: 'controllers.change',
    item: ['controller', name],
    before,
    after: { name, email },
  });
  return { ...member, name, email };
}

/**
 * A controller by what an operator types: `operator`, a member’s name in whatever case, or an id as the list says it.
 * @param own whom `operator` means; refused where it is left out
 * @throws WrongControllerError saying who there is
 */
export async function findController(queries: Queries, typed: string, own?: ControllerId): Promise<ControllerRow> {
  const all = await selectControllers(queries);
  const wanted = comparable(typed);
  const members = all.filter(({ kind }) => kind === 'member');
  const found = all.filter(({ id }) => id === typed || (wanted === OWN && id === own));
  const called = members.filter(({ name }) => comparable(name ?? '') === wanted);
  const [one, more] = found.length > 0 ? found : called;
  if (more) throw new WrongControllerError(`several are called “${typed}”: say which by its id, as “list” says it`);
  if (one) return one;
  const known = [...(own ? [OWN] : []), ...members.map(({ name }) => `“${name}”`)].join(', ');
  throw new WrongControllerError(`no controller “${typed}”; there ${known ? `are: ${known}` : 'are none yet'}`);
}

/** No two are told apart by their names alone where people agree to one of them. */
async function refuseTaken(queries: Queries, name: string, except?: string): Promise<void> {
  const others = (await selectControllers(queries)).filter(({ id }) => id !== except);
  const taken = others.flatMap((one) => langs.map((lang) => comparable(controllerIn(one, lang).name)));
  if ([OWN, ...taken].includes(comparable(name))) throw new WrongControllerError(`--name: “${name}” is taken`);
}

const comparable = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

function readName(typed = ''): string {
  const name = typed.trim();
  if (!NAME.test(name)) throw new WrongControllerError('--name: what it is called, 1 to 120 characters in one line');
  return name;
}

function readEmail(typed = ''): string {
  const mailbox = readMailbox(typed);
  if (!mailbox)
    throw new WrongControllerError('--email: one address, where people write to about what it keeps of them');
  return mailbox.address;
}
