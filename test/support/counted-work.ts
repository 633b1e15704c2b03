/**
 * What was done with texts while something ran: characters that regular expressions went over, and texts put into normal form or taken
 * apart.
 */
export interface Work {
  readonly matched: number;
  readonly normalized: number;
  readonly segmented: number;
}

/**
 * Counts what is done with texts, everywhere in the process: by the standard, every match of every regular expression asks `exec`
 * (ECMA-262, RegExpExec), also those of libraries. What an expression repeats inside one match is not seen; that each is linear is
 * another test's to show.
 */
export async function countingWork(run: () => unknown): Promise<Work> {
  const work = { matched: 0, normalized: 0, segmented: 0 };
  const { exec } = RegExp.prototype;
  const { normalize } = String.prototype;
  const { segment } = Intl.Segmenter.prototype;
  RegExp.prototype.exec = function counted(text) {
    const begin = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    work.matched += goneOver(this, String(text), begin, found);
    return found;
  };
  String.prototype.normalize = function counted(form?: string) {
    work.normalized += this.length;
    return normalize.call(this, form as 'NFC');
  };
  Intl.Segmenter.prototype.segment = function counted(text) {
    work.segmented += text.length;
    return segment.call(this, text);
  };
  try {
    await run();
  } finally {
    RegExp.prototype.exec = exec;
    String.prototype.normalize = normalize;
    Intl.Segmenter.prototype.segment = segment;
  }
  return work;
}

/** A sticky expression, as `split` makes one, tries at one place alone. */
function goneOver({ sticky }: RegExp, text: string, begin: number, found: RegExpExecArray | null): number {
  const end = found ? found.index + found[0].length : sticky ? begin : text.length;
  return Math.max(0, end - begin) + 1;
}
