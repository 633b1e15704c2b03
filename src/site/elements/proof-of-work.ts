import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Does the work that a busy network is asked for, puts the proof into its form, and sends the form by itself. */
class ProofOfWork extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const proof = this.querySelector('input');
    const status = this.querySelector('[role=status]');
    // Only secure pages may compute here; others wait, as the words beside say.
    if (!proof || !window.isSecureContext) return;
    if (status) status.textContent = this.dataset.working ?? '';
    const challenge = JSON.parse(this.dataset.challenge ?? '{}');
    const solution = await solveChallenge({ challenge, deriveKey });
    if (!solution || !this.isConnected) return;
    proof.value = JSON.stringify({ challenge, solution });
    this.closest('form')?.requestSubmit();
  }
}

customElements.define('proof-of-work', ProofOfWork);
