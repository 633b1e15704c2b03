import { NotFoundError } from './answer.ts';
import { RenderGate, RenderQueueFullError } from './render-gate.ts';

/** Whether an error is what there is to say of an address, rather than a failure to say it. */
export function isAnswer(error: unknown): boolean {
  if (error instanceof NotFoundError) return true;
  const { statusCode, status = statusCode } = error as { statusCode?: number; status?: number };
  return status !== undefined && status < 500;
}

/** Renders under way, by address: who asks for the same meanwhile gets the same. */
export class SharedRenders<Result> {
  readonly #underWay = new Map<string, Promise<Result>>();
  readonly gate: RenderGate;
  /** How many requests got what another one had rendered, since start. */
  shared = 0;

  constructor(gate = new RenderGate()) {
    this.gate = gate;
  }

  has(address: string): boolean {
    return this.#underWay.has(address);
  }

  /** One that failed while others waited is tried once more, for all of them together. */
  share(address: string, render: () => Promise<Result>): Promise<Result> {
    const first = this.#underWay.get(address);
    if (!first) return this.#begin(address, render);
    this.shared += 1;
    return first.catch((error) => {
      if (error instanceof RenderQueueFullError || isAnswer(error)) throw error;
      return this.#underWay.get(address) ?? this.#begin(address, render);
    });
  }

  #begin(address: string, render: () => Promise<Result>): Promise<Result> {
    const begun = this.gate.run(render).finally(() => this.#underWay.delete(address));
    this.#underWay.set(address, begun);
    return begun;
  }
}
