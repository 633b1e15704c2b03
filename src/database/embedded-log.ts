import { appendFileSync, renameSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';

const MOST = 5_000_000;

/** The server's log: at most two files of 5 MB, the older one ending in `.1`. A full disk loses lines, and nothing else. */
export function boundedLog(path: string): Writable {
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return new Writable({
    write(part: Buffer, _encoding, done) {
      try {
        if (size > MOST) {
          renameSync(path, `${path}.1`);
          size = 0;
        }
        appendFileSync(path, part, { mode: 0o600 });
        size += part.length;
      } catch {}
      done();
    },
  });
}
