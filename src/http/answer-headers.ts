import type { FileAnswer, PageAnswer } from './answer.ts';

export type WithBody = PageAnswer | FileAnswer;
export type Headers = Readonly<Record<string, string>>;

export function statusOf(answer: WithBody): number {
  return answer.status ?? 200;
}

/** What an answer says of itself, beside the headers that every answer carries. */
export function headersOf(answer: WithBody): Headers {
  return {
    'cache-control': answer.tags ? 'public, max-age=30' : 'no-store',
    ...(answer.noindex ? { 'x-robots-tag': 'noindex' } : {}),
    ...(answer.kind === 'file' ? fileHeaders(answer) : pageHeaders(answer)),
  };
}

function pageHeaders({ retryAfter, policy }: PageAnswer): Headers {
  return {
    'content-type': 'text/html; charset=utf-8',
    ...(policy ? { 'content-security-policy': policy } : {}),
    ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
  };
}

function fileHeaders({ type, open, lasting, checkedEachTime, describedBy, name }: FileAnswer): Headers {
  return {
    'content-type': type,
    ...(open ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } : {}),
    ...(lasting ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
    ...(checkedEachTime ? { 'cache-control': 'public, no-cache' } : {}),
    ...(describedBy ? { link: `<${describedBy}>; rel="describedby"; type="application/csvm+json"` } : {}),
    ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
  };
}
