import type { Logger } from 'pino';
import type { Keys } from '../config/keys.ts';
import { BrokenSealError, type RowKey, type SealedColumn, unseal } from './sealing.ts';

/** Stands for something sealed that no key of ours opens in its place: moved, damaged, or sealed under a key that is lost. */
export const UNREADABLE: unique symbol = Symbol('unreadable');
export type Unreadable = typeof UNREADABLE;

/** What opening for somebody's eyes needs; without a log where whoever asks is told by what is shown. */
export interface Opening {
  readonly keys: Keys;
  readonly log?: Pick<Logger, 'error'> | undefined;
}

const loggedColumns = new WeakMap<object, Set<SealedColumn>>();

/**
 * Opens what is shown to the one whose it is: one damaged value keeps nobody from the rest. What *sends* calls `unseal`, which throws.
 * The log has one line a column for as long as a process runs, with nothing of the row.
 */
export function readSealed(app: Opening, column: SealedColumn, row: RowKey, sealed: Buffer): string | Unreadable {
  return whereReadable(app, column, () => unseal(app.keys, column, row, sealed));
}

/** As `readSealed`, for what is more than a text once it is opened. */
export function whereReadable<Opened>(app: Opening, column: SealedColumn, open: () => Opened): Opened | Unreadable {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof BrokenSealError)) throw error;
    tell(app, column);
    return UNREADABLE;
  }
}

function tell({ log }: Opening, column: SealedColumn): void {
  if (!log) return;
  const columns = loggedColumns.get(log) ?? new Set();
  loggedColumns.set(log, columns);
  if (columns.has(column)) return;
  columns.add(column);
  log.error({ column }, 'something sealed can’t be opened: it was moved or damaged, or its key is lost');
}
