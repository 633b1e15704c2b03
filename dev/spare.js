// Waits with all libraries loaded, so that a changed site starts at once.
import inspector from 'node:inspector';

const { promise: entry, resolve: start } = Promise.withResolvers();

process.on('message', (message) => {
  if (message.kind === 'start') start(message.entry);
  if (message.kind === 'debug') inspector.open(message.port, '127.0.0.1');
  if (message.kind === 'leave') {
    inspector.close();
    process.send({ kind: 'left' });
  }
});

// One that can't be loaded here fails where it is needed, and is told there.
await Promise.allSettled(JSON.parse(process.argv[2]).map((library) => import(library)));
await import(await entry);
