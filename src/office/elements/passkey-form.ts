import { made, makingOptions, signed, signingOptions } from './credentials.ts';

/**
 * A form that a passkey fills: it asks the server what is to be signed or made (data-ask), the browser for the answer, and posts that.
 * Hidden where the browser knows no passkeys; then what else the page offers is left.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const answer = form?.querySelector<HTMLInputElement>('[name=answer]');
    if (!form || !answer || !window.isSecureContext || !window.PublicKeyCredential) return;
    this.hidden = false;
    // A browser that comes back to the page may have kept an answer, which works once.
    answer.value = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const button = form.querySelector('button');
      if (!button || button.disabled) return;
      button.disabled = true;
      this.#say('');
      this.#fill(form, answer)
        .catch((error: Error) => this.#say(error.name === 'InvalidStateError' ? 'known' : 'failed'))
        .finally(() => {
          button.disabled = false;
        });
    });
  }

  async #fill(form: HTMLFormElement, answer: HTMLInputElement): Promise<void> {
    const token = form.querySelector<HTMLInputElement>('[name=form-token]')?.value ?? '';
    const body = new URLSearchParams({ 'form-token': token });
    const reply = await fetch(this.dataset.ask ?? '', { method: 'POST', body });
    // Somebody is asked first who they are.
    if (reply.redirected) return location.assign(reply.url);
    if (!reply.ok) throw new Error('refused');
    const options = await reply.json();
    const { credentials } = navigator;
    const given =
      this.dataset.way === 'make'
        ? made(await credentials.create({ publicKey: makingOptions(options) }))
        : signed(await credentials.get({ publicKey: signingOptions(options) }));
    answer.value = JSON.stringify(given);
    form.submit();
  }

  /** @param which of the words that the page brought for it */
  #say(which: '' | 'known' | 'failed'): void {
    const status = this.querySelector('[role=alert]');
    if (status) status.textContent = this.dataset[which] ?? '';
  }
}

customElements.define('passkey-form', PasskeyForm);
