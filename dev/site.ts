import { runUntilStopped } from '../bin/lifecycle.ts';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { startProcess } from '../src/main.ts';
import { contentAgain } from './content-again.ts';
import type { FromSite, ToSite } from './sites.ts';

const tell = (message: FromSite) => process.send?.(message);

await runUntilStopped(async () => {
  const settings = readSettings(process.env, root);
  const running = await startProcess(settings, { web: true, work: true, ahead: false }, (line) =>
    tell({ kind: 'said', line }),
  );
  process.on('message', (message: ToSite) => {
    if (message.kind === 'content')
      contentAgain(running.app, (line) => tell({ kind: 'said', line })).then(
        () => tell({ kind: 'content' }),
        (error: Error) => tell({ kind: 'content', wrong: error.message }),
      );
  });
  tell({ kind: 'ready', address: running.address ?? '', outbox: running.outbox ?? '' });
  return () => running.stop();
});
