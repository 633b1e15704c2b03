/** Milliseconds after the last key, between two, and until it is tried again. */
const AFTER = 5_000;
const APART = 10_000;
const AGAIN = 20_000;

/** By which a form says from which working copy it goes on; all forms of a page go on from one. */
const MARK = 'working-copy';

interface Said {
  readonly mark?: string;
  readonly said?: string;
  /** What a button says that keeps this one in place of another. */
  readonly over?: string;
  readonly why?: string;
}

/**
 * Keeps what somebody types into its form on the server (data-to), five seconds after the last key and six times a minute at most, and
 * says so. Where another tab has kept something newer it keeps nothing before it is told to; what is typed stays here whatever happens.
 */
class WorkingCopy extends HTMLElement {
  #timer = 0;
  #last = 0;
  #sending = new AbortController();

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const later = () => this.#in(AFTER, form);
    form.addEventListener('input', later);
    form.addEventListener('submit', () => {
      clearTimeout(this.#timer);
      this.#sending.abort();
    });
  }

  #in(wait: number, form: HTMLFormElement): void {
    clearTimeout(this.#timer);
    const due = Math.max(wait, this.#last + APART - Date.now());
    this.#timer = window.setTimeout(() => this.#keep(form), due);
  }

  async #keep(form: HTMLFormElement): Promise<void> {
    this.#last = Date.now();
    this.#sending.abort();
    const sending = new AbortController();
    this.#sending = sending;
    try {
      const reply = await fetch(this.dataset.to ?? '', {
        method: 'POST',
        body: this.#body(form),
        signal: sending.signal,
        redirect: 'error',
      });
      // A page comes where somebody has to sign in first.
      this.#took(form, reply.status, await reply.json().catch(() => ({})));
    } catch {
      if (!sending.signal.aborted) this.#took(form, 503, {});
    }
  }

  #body(form: HTMLFormElement): URLSearchParams {
    const all = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const value = (name: string) => all.find(([one]) => one === name)?.[1] ?? '';
    return new URLSearchParams({
      'form-token': value('form-token'),
      [MARK]: value(MARK),
      to: new URL(form.action).pathname,
      version: this.dataset.version ?? '',
      fields: JSON.stringify(all),
    });
  }

  #took(form: HTMLFormElement, status: number, { mark, said, over, why }: Said): void {
    if (status === 200 && mark) this.#goOn(form, mark);
    this.#say(said ?? this.dataset.failed ?? '');
    if (over && mark) this.#offer(form, over, mark);
    // The one that it went on from was saved or thrown away elsewhere: it begins another.
    if (why === 'gone') this.#goOn(form, '');
    if (why === 'gone' || status === 429 || status >= 500) this.#in(why === 'gone' ? AFTER : AGAIN, form);
  }

  #goOn(form: HTMLFormElement, mark: string): void {
    const inputs = () => document.querySelectorAll<HTMLInputElement>(`[name=${MARK}]`);
    if (!form.querySelector(`[name=${MARK}]`)) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name: MARK });
      form.append(input);
    }
    for (const input of inputs()) input.value = mark;
  }

  #say(words: string): HTMLElement | null {
    const status = this.querySelector<HTMLElement>(':scope > [role=status]');
    if (status) status.textContent = words;
    return status;
  }

  #offer(form: HTMLFormElement, words: string, mark: string): void {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'quiet', textContent: words });
    button.addEventListener('click', () => {
      this.#goOn(form, mark);
      this.#say('');
      this.#in(0, form);
    });
    this.querySelector(':scope > [role=status]')?.append(' ', button);
  }
}

customElements.define('working-copy', WorkingCopy);
