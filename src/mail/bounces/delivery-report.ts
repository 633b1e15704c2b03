/** What a delivery status notification says of one recipient (RFC 3464 section 2.3). */
export interface ReportedRecipient {
  readonly action: ReportedAction;
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`; undefined where none is given. */
  readonly status: string | undefined;
  /** The other server's words, or the reporting server's own. */
  readonly words: string;
  /** Addresses that it is about, in lower case: as it was given, and as it became. */
  readonly about: readonly string[];
}

export type ReportedAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

type Fields = ReadonlyMap<string, string>;

const LONGEST_FIELD = 2_000;
const MOST_FIELDS = 500;
const OF_A_RECIPIENT = ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code'];
/** `deliverable` is no word of the RFC; servers that only checked an address say it. */
const ACTIONS: Readonly<Record<string, ReportedAction>> = {
  failed: 'failed',
  failure: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  deliverable: 'delivered',
  relayed: 'relayed',
  expanded: 'expanded',
};

/**
 * Reads the fields of a delivery report, recipient by recipient, in their order. Fields may be folded, have blanks before their colon,
 * or be missing.
 */
export function readReport(text: string): ReportedRecipient[] {
  return recipients(text)
    .map(reported)
    .filter((one) => one !== undefined);
}

function recipients(text: string): Fields[] {
  const all: Map<string, string>[] = [new Map()];
  for (const line of unfolded(text)) {
    const current = all.at(-1) as Map<string, string>;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (line.trim() === '' ? current.has('action') : OF_A_RECIPIENT.includes(name) && current.has(name))
      all.push(new Map());
    if (/^[a-z-]+$/.test(name) && !all.at(-1)?.has(name)) all.at(-1)?.set(name, line.slice(colon + 1).trim());
  }
  return all;
}

function unfolded(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/, MOST_FIELDS * 4)) {
    const last = lines.at(-1);
    if (last?.trim() && /^[ \t]+\S/.test(line))
      lines[lines.length - 1] = `${last} ${line.trim()}`.slice(0, LONGEST_FIELD);
    else lines.push(line.slice(0, LONGEST_FIELD));
  }
  return lines.slice(0, MOST_FIELDS);
}

function reported(fields: Fields): ReportedRecipient | undefined {
  const [, status, comment = ''] = /^\D{0,3}([245]\.\d{1,3}\.\d{1,3})(.*)$/.exec(fields.get('status') ?? '') ?? [];
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[a-z][\w.-]{0,60}[ \t]*;[ \t]*/i, '');
  const action =
    ACTIONS[/^[a-z]+/.exec((fields.get('action') ?? '').toLowerCase())?.[0] ?? ''] ?? actionOf(status, diagnostic);
  if (!action) return undefined;
  const about = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name) ?? ''));
  return { action, status, words: diagnostic || comment.trim(), about };
}

/** Where a report leaves its action out. */
function actionOf(status: string | undefined, diagnostic: string): ReportedAction | undefined {
  if (status?.startsWith('2')) return 'delivered';
  return status || /^[45]\d\d\b/.test(diagnostic) ? 'failed' : undefined;
}

/** `rfc822; a@b.example`, `utf-8; …`, with brackets or without. */
function addressIn(value: string): string[] {
  const given = value.slice(value.indexOf(';') + 1).replaceAll(/[<>\s]/g, '');
  const address = (given.includes('@') ? given : decoded(given)).toLowerCase();
  return address.includes('@') ? [address] : [];
}

/**
 * Some servers copy an address as it is encoded on its way: `a+40b.example` (RFC 3461 section 4), `a\x{40}b.example` (RFC 6533 section
 * 3).
 */
function decoded(address: string): string {
  return address.replaceAll(/\+([0-9A-F]{2})|\\x\{([0-9A-F]{2,6})\}/gi, (whole, byte, point) => {
    const code = Number.parseInt(byte ?? point, 16);
    return code > 0x1f && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * The last word about our recipient. A report names others where an address was rewritten or expanded; one that names ours nowhere is about
 * it all the same, because each return path is one mail's: then what arrived somewhere at last has arrived, else the first failure counts.
 */
export function wordAbout(all: readonly ReportedRecipient[], ours: string | undefined): ReportedRecipient | undefined {
  const named = all.filter(({ about }) => ours !== undefined && about.includes(ours.toLowerCase()));
  if (named.length > 0) return named.at(-1);
  const last = all.at(-1);
  if (last?.action !== 'failed') return last;
  const arrived = all.findLastIndex(({ action }) => action !== 'failed' && action !== 'delayed');
  return all.slice(arrived + 1).find(({ action }) => action === 'failed');
}
