const EVERY = 20_000;

interface Said {
  readonly others: string;
  readonly changed?: string;
  readonly look?: string;
}

/**
 * Asks every twenty seconds, while the page is seen, who else has its form open (data-action) and whether its item was changed since it
 * stood at data-version; says so once. It asks no more where it gets no answer of ours: somebody has to sign in first.
 */
class ItemWatch extends HTMLElement {
  #timer = 0;
  #last = Date.now();
  #ended = false;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', () => this.#next());
    this.#next();
  }

  #next(): void {
    clearTimeout(this.#timer);
    if (this.#ended || document.visibilityState !== 'visible') return;
    this.#timer = window.setTimeout(() => this.#ask(), Math.max(0, this.#last + EVERY - Date.now()));
  }

  async #ask(): Promise<void> {
    this.#last = Date.now();
    const { to = '', action = '', version = '' } = this.dataset;
    const token = document.querySelector<HTMLInputElement>('[name=form-token]')?.value ?? '';
    const body = new URLSearchParams({ 'form-token': token, to: action, version });
    try {
      const reply = await fetch(to, { method: 'POST', body });
      this.#ended = reply.redirected || (!reply.ok && reply.status < 500);
      if (reply.ok && !this.#ended) this.#say(await reply.json(), action);
    } catch {
      // There is no way to the server just now.
    }
    this.#next();
  }

  #say({ others, changed, look = '' }: Said, action: string): void {
    const [who, what] = this.querySelectorAll('[role=status]');
    if (who && who.textContent !== others) who.textContent = others;
    if (!what || !changed || what.textContent) return;
    const link = Object.assign(document.createElement('a'), { href: action, target: '_blank', textContent: look });
    what.append(changed, ' ', link);
  }
}

customElements.define('item-watch', ItemWatch);
