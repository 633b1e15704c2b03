// `npm run hooks`, and the beginning of `npm run dev`: git looks at what is committed by lefthook.yml from then on.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, say } from './prepare.js';

/** lefthook's own program, of the platform's package: npm has it already, and nothing is fetched or run at an install. */
function lefthook() {
  return join(root, 'node_modules', `lefthook-${process.platform}-${process.arch}`, 'bin', 'lefthook');
}

/** Never where nobody commits: without a repository, or where CI builds. */
export function installHooks(env = process.env) {
  if (isSet(env.CI) || env.LEFTHOOK === '0' || !existsSync(join(root, '.git')) || !existsSync(lefthook())) return false;
  try {
    execFileSync(lefthook(), ['install'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    return true;
  } catch (error) {
    say(
      `git’s hooks could not be set: ${
        String(error.stderr ?? error.message)
          .trim()
          .split('\n')[0]
      }`,
    );
    return false;
  }
}

function isSet(value) {
  return Boolean(value) && value !== '0' && value !== 'false';
}

if (process.argv[1]?.endsWith('hooks.js')) {
  await prepare();
  say(installHooks() ? 'what is committed from now on is formatted and checked first (lefthook.yml)' : 'no hooks set');
}
