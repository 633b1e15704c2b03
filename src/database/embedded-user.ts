import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** A way to run a program as somebody other than root. */
interface Way {
  readonly words: readonly string[];
  /** Who its files must belong to. */
  readonly owner: number;
}

const run = promisify(execFile);
let chosen: Promise<Way> | undefined;

/**
 * PostgreSQL refuses to run as root; as root this gives the command that runs it as somebody else.
 * @throws where no way works here, saying what to do
 */
export async function asOrdinaryUser({ program, args }: Command): Promise<Command> {
  if (process.getuid?.() !== 0) return { program, args };
  const [first = '', ...rest] = (await wayTo(program)).words;
  return { program: first, args: [...rest, program, ...args] };
}

/** PostgreSQL insists that its folder is its own; which way works may have changed since it was made. */
export async function giveToServer(cluster: string, program: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { owner } = await wayTo(program);
  if ((await stat(cluster)).uid !== owner) await run('chown', ['-R', `${owner}`, cluster]);
}

function wayTo(program: string): Promise<Way> {
  chosen ??= findWay(program);
  return chosen;
}

async function findWay(program: string): Promise<Way> {
  for (const way of await ways()) {
    const [first = '', ...rest] = way.words;
    const works = run(first, [...rest, 'sh', '-c', 'test "$(id -u)" -ne 0 && test -x "$0"', program]);
    if (
      await works.then(
        () => true,
        () => false,
      )
    )
      return way;
  }
  throw new Error('PostgreSQL can’t run as root here: start Common Bonds as another user, or set DATABASE_URL');
}

/**
 * First a user namespace, in which root's own process has another number: its files stay root's. Containers often forbid it; then another
 * user, who keeps the one capability of passing through folders that only root may enter (capabilities(7), ambient set), or has none.
 */
async function ways(): Promise<Way[]> {
  const users = await ordinaryUsers();
  return [
    ...users.map((id) => ({ words: ['unshare', '--user', `--map-user=${id}`], owner: 0 })),
    ...users.map((id) => ({ words: [...asUser(id), ...only('dac_override')], owner: id })),
    ...users.map((id) => ({ words: asUser(id), owner: id })),
  ];
}

function asUser(id: number): string[] {
  return ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups'];
}

function only(capability: string): string[] {
  return ['bounding-set', 'inh-caps', 'ambient-caps'].map((set) => `--${set}=-all,+${capability}`);
}

/** initdb looks its user up, so it must be one whom the password file knows. */
async function ordinaryUsers(): Promise<number[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  return ['postgres', 'nobody', 'daemon'].flatMap((name) =>
    lines.filter(([user]) => user === name).map(([, , id]) => Number(id)),
  );
}
