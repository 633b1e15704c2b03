import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Command {
  readonly program: string;
  readonly args: string[];
}

/** Any user id that the password file knows and that is not root's: www-data, nobody. */
const CANDIDATES = ['65534', '33', '1'];

let prefix: Promise<string[]> | undefined;

/**
 * PostgreSQL refuses to run as root. As root on Linux it is run in a user namespace, in which root's own process has another number: its files
 * stay root's, so it works below folders that only root may enter.
 * @throws where neither is possible, saying what to do
 */
export async function asOrdinaryUser(command: Command): Promise<Command> {
  if (process.getuid?.() !== 0) return command;
  prefix ??= namespacePrefix();
  const [program = '', ...rest] = await prefix;
  return { program, args: [...rest, command.program, ...command.args] };
}

async function namespacePrefix(): Promise<string[]> {
  for (const id of CANDIDATES) {
    const words = ['unshare', '--user', `--map-user=${id}`];
    const [program = '', ...args] = words;
    const works = await promisify(execFile)(program, [...args, 'true']).then(
      () => true,
      () => false,
    );
    if (works) return words;
  }
  throw new Error('PostgreSQL can’t run as root here: start Common Bonds as another user, or set DATABASE_URL');
}
