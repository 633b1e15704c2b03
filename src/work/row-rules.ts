import type { RawBuilder } from 'kysely';
import type { DB } from '../database/schema.ts';

/**
 * What no constraint holds, because each row that comes would lock one that everybody needs, or the two are on either side of a partition;
 * looked at once a day instead.
 */
export interface RowRule {
  /** As it stands in `row_checks` and is told to the operator. */
  readonly name: string;
  readonly table: keyof DB & string;
  /** The column that names a row. */
  readonly id: RawBuilder<unknown>;
  /** In SQL, whether a row `r` of the table breaks it. */
  readonly where: RawBuilder<boolean>;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly rowRules: readonly RowRule[];
  }
}
