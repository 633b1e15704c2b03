/** No text has these: it is a picture, an archive, a sheet that was not saved as CSV. */
const BINARY = /[\p{Cc}--[\t-\r]]/v;

/**
 * Reads a file into the text area that it stands beside (data-into), in the encoding that is chosen there, or several, each into the one
 * that has its name; the files themselves are never sent. Hidden without scripts: what stands in a file can be pasted.
 */
class FileText extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    const encoding = this.querySelector<HTMLSelectElement>('#encoding');
    if (!input) return;
    this.hidden = false;
    const read = () => {
      const files = [...(input.files ?? [])];
      if (files.length === 0) return;
      Promise.all(files.map((file) => this.#put(file, encoding?.value ?? '')))
        .then(() => this.#say('read'))
        .catch((error: Error) => this.#say(error.message === 'long' ? 'long' : 'wrong'));
    };
    input.addEventListener('change', read);
    encoding?.addEventListener('change', read);
  }

  async #put(file: File, encoding: string): Promise<void> {
    const area = document.getElementById(this.dataset.into ?? file.name.replace(/\.csv$/i, ''));
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('of no table');
    area.value = await this.#read(file, encoding);
    const folded = area.closest('details');
    if (folded) folded.open = true;
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
