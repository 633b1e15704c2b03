import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { startProcess } from '../src/main.ts';
import { runUntilStopped } from './lifecycle.ts';

await runUntilStopped(async (say) => {
  const running = await startProcess(readSettings(process.env, root), { web: false, work: true }, say);
  say('working: letters, mails and duties');
  return () => running.stop();
});
