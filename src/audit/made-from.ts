import { AsyncLocalStorage } from 'node:async_hooks';

const screens = new AsyncLocalStorage<string>();

/** From where whatever runs now is done: a screen of the office, or else a command line of the machine. */
export function madeFrom(): string {
  return screens.getStore() ?? 'machine';
}

/** What is done meanwhile is done from a screen of the office. @param browser as it is kept of one: `firefox linux` */
export function fromOffice<Done>(browser: string, work: () => Promise<Done>): Promise<Done> {
  return screens.run(`office ${browser}`, work);
}
