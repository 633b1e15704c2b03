import type { Hidden, RecordedFiles, Visible } from '../publications/visible-to.ts';
import type { Fields } from './shapes.ts';

/** The fields of the rows of a data set, by file. */
export type FieldsByFile = RecordedFiles<Fields>;
/** What may be shown of them. */
export type VisibleFields = Visible<FieldsByFile>;
/** Which of them nobody may see on a day. */
export type HiddenFields = Hidden<Fields>;
