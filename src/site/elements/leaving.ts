/** Asks before somebody leaves a page by which they would lose what they typed; sending its form is no leaving. */
export function askBeforeLeaving(): void {
  if (!document.querySelector('[data-only-here]')) return;
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  addEventListener('beforeunload', ask);
  addEventListener('submit', () => removeEventListener('beforeunload', ask));
}
