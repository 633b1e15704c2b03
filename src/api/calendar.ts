import { foldLines, ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { FileAnswer } from '../http/answer.ts';
import { TODAY } from '../http/finished.ts';
import type { SiteRequest } from '../http/request.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { subjectName } from '../record/names.ts';
import { worldOf } from '../record/record.ts';
import { scheduledOn } from '../record/scheduled.ts';
import { webAddressOf } from './web-address.ts';

/** What is scheduled, for a calendar program (RFC 5545). */
export const calendarFile = fromVisible(
  ({ app }: SiteRequest) => worldOf(app.database),
  ({ docket }, { view }): FileAnswer => {
    const calendar = new ICalCalendar({
      name: `${view.t('record.scheduled')} · ${view.t('site.name')}`,
      prodId: '//Common Bonds//record//EN',
    });
    const today = view.today();
    for (const one of scheduledOn(docket, today).filter(({ date }) => date.length === 10 && date >= today)) {
      const start = new Date(`${one.date}T00:00:00Z`);
      calendar.createEvent({
        id: `${one.id}@${new URL(view.publicUrl).host}`,
        start,
        end: new Date(start.getTime() + 86_400_000),
        allDay: true,
        timezone: 'UTC',
        summary: `${subjectName(view.lang, docket, one)}: ${view.t(`record.due.${one.type}`)}`,
        status: ICalEventStatus.TENTATIVE,
        url: webAddressOf(one.source) ?? null,
      });
    }
    return {
      kind: 'file',
      type: 'text/calendar; charset=utf-8',
      body: plainAddresses(calendar.toString()),
      tags: ['record', TODAY],
      open: true,
    };
  },
);

/** An address is no text: nothing in it is escaped (RFC 5545 section 3.3.13), which the library does all the same. */
export function plainAddresses(calendar: string): string {
  const unfolded = calendar.replaceAll('\r\n ', '');
  const plain = unfolded
    .split('\r\n')
    .map((line) => (line.startsWith('URL;') ? line.replace(/\\([\\,;])/g, '$1') : line));
  return foldLines(plain.join('\r\n'));
}
