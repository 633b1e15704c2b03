/** Under each text that may not grow without end, how much of it is used. The words stay when there is too much: the form says so. */
export function countLetters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-most]')) {
    const most = Number(area.dataset.most);
    const number = new Intl.NumberFormat(area.dataset.numbers);
    const count = area.insertAdjacentElement('afterend', document.createElement('p'));
    const show = (): void => {
      if (!count) return;
      const length = visibleLength(area.value);
      count.textContent = `${number.format(length)} / ${number.format(most)}`;
      count.className = length > most ? 'err num' : 'hint num';
    };
    area.addEventListener('input', show);
    show();
  }
}

/** As the form counts: what readers see as one character, wherever the browser knows how. */
function visibleLength(text: string): number {
  return 'Segmenter' in Intl ? [...new Intl.Segmenter().segment(text)].length : [...text].length;
}
