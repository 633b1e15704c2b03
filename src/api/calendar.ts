import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { today } from '../facts/partial-day.ts';
import { subjectName } from '../record/names.ts';
import { worldOf } from '../record/record.ts';
import { scheduledOn } from '../record/scheduled.ts';
import { TODAY } from '../site/answer.ts';
import type { Handler } from '../site/visit.ts';

/** What is scheduled, for a calendar program (RFC 5545). */
export const calendarFile: Handler = async ({ app, view }) => {
  const { docket } = await worldOf(app.database);
  const calendar = new ICalCalendar({
    name: `${view.t('record.scheduled')} · ${view.t('site.name')}`,
    prodId: '//Common Bonds//record//EN',
  });
  for (const one of scheduledOn(docket, today()).filter(({ date }) => date.length === 10 && date >= today())) {
    const start = new Date(`${one.date}T00:00:00Z`);
    calendar.createEvent({
      id: `${one.id}@${new URL(view.publicUrl).host}`,
      start,
      end: new Date(start.getTime() + 86_400_000),
      allDay: true,
      timezone: 'UTC',
      summary: `${subjectName(view.lang, docket, one)}: ${view.t(`record.due.${one.type}`)}`,
      status: ICalEventStatus.TENTATIVE,
      url: one.source,
    });
  }
  return {
    kind: 'file',
    type: 'text/calendar; charset=utf-8',
    body: calendar.toString(),
    tags: ['record', TODAY],
    open: true,
  };
};
