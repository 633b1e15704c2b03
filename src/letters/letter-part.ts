import type { View } from '../http/view.ts';
import type { Problems } from '../site/components/form.tsx';
import type { Draft, Choice as LetterChoice, Looked } from './write-form.ts';

/** What a part of the letter's form is made of. */
export interface LetterPart {
  readonly view: View;
  readonly choice: LetterChoice;
  readonly draft: Draft;
  readonly problems: Problems;
  /** In which field something makes a person look at the letter first, where that is told: before anything is taken. */
  readonly linked: Looked | undefined;
}
