import { showsLink } from '../../text/plain-links.ts';

/** Says, while it is typed, what follows from an address or markup in the words of a form; below the field in which it stands. */
export function noteLinks(): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-links]')) {
    const form = note.closest('form');
    const fields = [...(form?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, [type=text]') ?? [])];
    const look = (): void => {
      const linked = fields.find(({ value }) => showsLink(value));
      if (linked && note.hidden) (linked.closest('.f') ?? linked).insertAdjacentElement('afterend', note);
      note.hidden = !linked;
    };
    form?.addEventListener('input', look);
    look();
  }
}
