import type { LetterPart } from './letter-part.ts';
import type { Looked } from './write-form.ts';

/** Beside the field with something that makes a person look first: that it does, and what follows where that is not on top. */
export function noteAt(field: Looked, { view, problems, linked }: Pick<LetterPart, 'view' | 'problems' | 'linked'>) {
  if (field !== linked) return undefined;
  return (
    <p>
      <b>{view.t('letters.linked.title')}</b> {problems.size > 0 && view.t('letters.linked.text')}
    </p>
  );
}
