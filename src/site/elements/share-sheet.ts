/** Opens the phone's own share sheet with the page's address; hidden where there is none. */
class ShareSheet extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !navigator.share) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      // A closed sheet is no failure.
      navigator.share({ text: this.dataset.text ?? '', url: this.dataset.url ?? location.href }).catch(() => {});
    });
  }
}

customElements.define('share-sheet', ShareSheet);
