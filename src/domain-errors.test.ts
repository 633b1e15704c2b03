import { describe, expect, it } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { isTest, roomFiles, roomOf } from '../test/support/room-files.ts';
import { problemOfKind } from './api/problem.ts';
import { handedBy } from './handed.ts';
import { rooms as product } from './rooms.ts';
import { statusOf } from './site/failures.ts';

/** A room that is added is held to the same. */
const rooms = [...product, noticeboard];
const app = { handed: handedBy(rooms) };
const files = roomFiles([noticeboard]).filter(({ file }) => !isTest(file));
const classes = files.flatMap(({ file, text }) =>
  [...text.matchAll(/class (\w+) extends (\w*Error)\b([\s\S]*?)\n\}/g)].map(([, name = '', , body = '']) => ({
    file,
    name,
    body,
  })),
);
/** Rooms whose subject is HTTP. */
const surfaces = ['http', 'site', 'api'];

describe('errors', () => {
  it('say that they are, in their class and in their name', () => {
    expect(classes.length).toBeGreaterThan(25);
    expect(classes.filter(({ name }) => !name.endsWith('Error')).map(({ name }) => name)).toEqual([]);
    const named = classes.filter(({ name, body }) => /name = /.test(body) && !body.includes(`name = '${name}'`));
    expect(named.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('of rooms have no HTTP in them', () => {
    const withStatus = classes.filter(({ file, body }) => !surfaces.includes(roomOf(file)) && /status/i.test(body));
    expect(withStatus.map(({ file }) => file)).toEqual([]);
  });

  it('that are replies are thrown by what answers requests, and never by operations', () => {
    const throwing = files.filter(({ text }) =>
      /new (?:NotFound|InvalidForm|FormTooLong|RequestTooLong)Error/.test(text),
    );
    expect(throwing.length).toBeGreaterThan(12);
    const answers = /\b(?:Handler|SiteRequest|OfficeRequest|StaffRequest|needsNoGate)\b/;
    expect(
      throwing.filter(({ file, text }) => roomOf(file) !== 'http' && !answers.test(text)).map(({ file }) => file),
    ).toEqual([]);
    const problems = files.filter(({ file, text }) => /ProblemError/.test(text) && roomOf(file) !== 'api');
    expect(problems.map(({ file }) => file)).toEqual([]);
  });

  it('become replies of what their room says that they mean, one file a surface', () => {
    const stated = rooms.flatMap(({ failures = [], name: room }) => failures.map((one) => ({ ...one, room })));
    expect(stated.map(({ error }) => error)).toEqual(
      expect.arrayContaining(['NotFoundError', 'CampaignClosedError', 'UnknownAddresseeError', 'NoticeGoneError']),
    );
    const statuses = { unknown: 404, ended: 410, refused: 400 };
    for (const { error, means, room } of stated) {
      expect(classes.filter(({ name }) => name === error).map(({ file }) => roomOf(file))).toEqual([room]);
      const thrown = Object.assign(new Error(), { name: error });
      expect(statusOf(app, thrown)).toBe(statuses[means]);
      expect(problemOfKind(app, thrown)?.status).toBe(statuses[means]);
    }
    expect(problemOfKind(app, new Error())).toBeUndefined();
    const making = files.filter(({ text }) => /Record<FailureKind,/.test(text)).map(({ file }) => file);
    expect(making.sort()).toEqual(['api/problem.ts', 'site/failures.ts']);
    const named = files.filter(
      ({ file, text }) =>
        surfaces.includes(roomOf(file)) && stated.some(({ error, room }) => room !== 'http' && text.includes(error)),
    );
    expect(named.map(({ file }) => file)).toEqual([]);
  });

  it('of rooms have no HTTP in the pages of their own either', () => {
    const withPages = files.filter(
      ({ text }) => /: (?:readonly )?Failure\b/.test(text) && !/\/failure\.ts$/.test(text),
    );
    const withStatus = withPages.filter(
      ({ file, text }) => !surfaces.includes(roomOf(file)) && /\bstatus: \d/.test(text),
    );
    expect(withPages.length).toBeGreaterThan(0);
    expect(withStatus.map(({ file }) => file)).toEqual([]);
  });

  it('of any class are made replies of nowhere else', () => {
    // What answers requests, and what shares renders among them: rooms throw, and leave the rest to failures.ts.
    const looking = new RegExp(
      `instanceof (?:${classes.map(({ name }) => name).join('|')})\\b|\\.name === '\\w+Error'`,
    );
    const answering = files.filter(({ text }) => /\b(?:Handler|SiteRequest|PageAnswer|Answer)\b/.test(text));
    expect(answering.length).toBeGreaterThan(40);
    expect(answering.filter(({ text }) => looking.test(text)).map(({ file }) => file)).toEqual(['site/failures.ts']);
    const sharing = files.filter(({ file, text }) => roomOf(file) === 'http' && looking.test(text));
    expect(sharing.map(({ file }) => file)).toEqual(['http/shared-renders.ts']);
  });

  it('of rooms that are thrown where a form or a page is answered are replies', () => {
    const known = [...app.handed.failures.keys()];
    const inRooms = classes.filter(({ file }) => !surfaces.includes(roomOf(file)));
    const thrown = files
      .filter(({ text }) => /\b(?:Handler|SiteRequest)\b/.test(text))
      .flatMap(({ text }) => [...text.matchAll(/throw new (\w+Error)\b/g)].map(([, name = '']) => name));
    const unanswered = inRooms.filter(({ name }) => thrown.includes(name) && !known.includes(name));
    expect(unanswered.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});
