import type { PageAnswer } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { OpenedLink } from '../sealing/mailed-link.ts';
import { type ErasedRow, erasedOf } from './erased-actions.ts';
import { linkProblem } from './link-problem.tsx';
import { ERASED_DAYS } from './retention.ts';

/**
 * What is said to whoever holds the link of an action that was deleted: when and why, and what of it had been sent before.
 * @param otherwise what the link is, where nothing is kept of a deletion
 */
export async function erasedLink(
  request: SiteRequest,
  link: OpenedLink,
  otherwise: 'erased' | 'old' = 'erased',
): Promise<PageAnswer> {
  const erased = await erasedOf(request.app, link);
  if (!erased) return linkProblem(request, otherwise);
  const { view } = request;
  const lead = view.t(`actions.link.erased.${erased.asked ? 'asked' : 'time'}`, { day: view.dayOf(erased.erased_at) });
  return linkProblem(request, 'erased', { lead, said: <WhatHadBecome view={view} erased={erased} /> });
}

function WhatHadBecome({ view, erased }: { view: View; erased: ErasedRow }) {
  const until = view.dayOf(new Date(erased.erased_at.getTime() + ERASED_DAYS * 86_400_000));
  return (
    <>
      {sentencesOf(view, erased).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="q s">{view.t('actions.link.erased.kept', { until })}</p>
    </>
  );
}

/** Of joining nothing was sent. */
function sentencesOf(view: View, erased: ErasedRow): string[] {
  const { sent, returned, unsure, unsent, in_outbox: outbox, first_sent_on: first, last_sent_on: last } = erased;
  const left = sent + returned;
  if (left + unsure + unsent + outbox === 0)
    return [view.t('actions.link.erased.joined'), ...(erased.asked ? [view.t('actions.link.erased.counted')] : [])];
  const days = { from: first ? view.day(first) : '', to: last ? view.day(last) : '' };
  const when = first === last ? 'sent' : 'sentBetween';
  return [
    ...(left > 0 ? [view.t(`actions.link.erased.${when}`, { count: left, ...days })] : []),
    ...(returned > 0 ? [view.t('actions.link.erased.returned', { count: returned, all: left })] : []),
    ...(unsure > 0 ? [view.t('actions.link.erased.unsure', { count: unsure })] : []),
    ...(outbox > 0 ? [view.t('actions.link.erased.outbox', { count: outbox })] : []),
    ...(unsent > 0 ? [view.t('actions.link.erased.unsent', { count: unsent })] : []),
  ];
}
