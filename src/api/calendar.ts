import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { today } from '../facts/partial-day.ts';
import type { Scheduled } from '../record/docket.ts';
import { caseName, situationName } from '../record/names.ts';
import { type World, worldOf } from '../record/record.ts';
import { scheduledOn } from '../record/scheduled.ts';
import { TODAY } from '../site/answer.ts';
import type { View } from '../site/view.ts';
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
      summary: `${scheduledName(docket, view, one)}: ${view.t(`record.due.${one.type}`)}`,
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

function scheduledName(docket: World['docket'], view: View, { person, case: of, situation }: Scheduled): string {
  const inCase = of ? docket.cases.get(of) : undefined;
  const known = docket.situations.get(situation);
  return (
    (person && docket.people.get(person)?.name) ||
    (inCase ? caseName(view.lang, inCase) : known ? situationName(view.lang, known) : '')
  );
}
