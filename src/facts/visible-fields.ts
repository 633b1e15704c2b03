import type { Visible } from '../http/visible.ts';
import type { Audience } from '../publications/audience.ts';
import type { Hidden, RecordedFiles } from '../publications/visible-to.ts';
import type { Fields } from './shapes.ts';

/** The fields of the rows of a data set, by file. */
export type FieldsByFile = RecordedFiles<Fields>;
/** What an audience may see of them. */
export type VisibleFields = Visible<FieldsByFile, Audience['kind']>;
/** Which of them nobody may see on a day. */
export type HiddenFields = Hidden<Fields>;
