/** Shows the buttons that print one part of a page; the sheet for print leaves the rest away. */
export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      location.hash = button.dataset.print ?? '';
      window.print();
    });
  }
}
