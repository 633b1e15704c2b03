import type { View } from '../http/view.ts';
import type { Problems } from '../site/components/form.tsx';
import type { Draft, Choice as LetterChoice } from './write-form.ts';

/** What a part of the letter's form is made of. */
export interface LetterPart {
  readonly view: View;
  readonly choice: LetterChoice;
  readonly draft: Draft;
  readonly problems: Problems;
}
