/** No text has these: it is a picture, an archive, a sheet that was not saved as CSV. */
const BINARY = /[\p{Cc}--[\t-\r]]/v;

/**
 * Reads a file into the text area that it stands beside (data-into), in the encoding that is chosen there; the file itself is never sent.
 * Hidden without scripts: what stands in the file can be pasted.
 */
class FileText extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    const encoding = this.querySelector<HTMLSelectElement>('#encoding');
    const area = document.getElementById(this.dataset.into ?? '');
    if (!input || !encoding || !(area instanceof HTMLTextAreaElement)) return;
    this.hidden = false;
    const read = () => {
      const [file] = input.files ?? [];
      if (!file) return;
      this.#read(file, encoding.value)
        .then((text) => {
          area.value = text;
          this.#say('read');
        })
        .catch((error: Error) => this.#say(error.message === 'long' ? 'long' : 'wrong'));
    };
    input.addEventListener('change', read);
    encoding.addEventListener('change', read);
  }

  async #read(file: File, encoding: string): Promise<string> {
    const most = Number(this.dataset.most);
    if (file.size > 4 * most) throw new Error('long');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = new TextDecoder(encoding || marked(bytes), { fatal: true }).decode(bytes);
    if (text.length > most) throw new Error('long');
    if (BINARY.test(text)) throw new Error('binary');
    return text;
  }

  #say(what: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = this.getAttribute(`data-${what}`);
  }
}

/** By its mark. */
function marked([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

customElements.define('file-text', FileText);
