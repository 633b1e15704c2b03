/** Copies the text of the element named by data-of, and says that it did. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !navigator.clipboard) return;
    this.hidden = false;
    const words = button.textContent;
    button.addEventListener('click', async () => {
      const source = document.getElementById(this.dataset.of ?? '');
      const text = source instanceof HTMLTextAreaElement ? source.value : (source?.textContent ?? '');
      await navigator.clipboard.writeText(text.trim());
      button.textContent = this.dataset.done ?? words;
      setTimeout(() => {
        button.textContent = words;
      }, 2_000);
    });
  }
}

customElements.define('copy-button', CopyButton);
