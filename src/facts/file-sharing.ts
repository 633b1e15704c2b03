import type { Files, Problem } from './shapes.ts';

/** Sites on which anybody puts up copies of others' documents, by the name before the last dot: who read one there read no source. */
const sites = new Set(
  [
    '123dok',
    'academia',
    'calameo',
    'coursehero',
    'docplayer',
    'docslib',
    'dokumen',
    'fdocuments',
    'issuu',
    'kupdf',
  ].concat(
    [
      'lawsdocbox',
      'paralegalbrief',
      'pdfcoffee',
      'pdfdrive',
      'pdfslide',
      'readkong',
      'scribd',
      'slideshare',
      'studylib',
    ],
    ['vdocument', 'vdocuments', 'yumpu'],
  ),
);

const hosts = /https?:\/\/([^/\s:,;)]+)/gi;

/** Whether a source has addresses and all of them are on file-sharing sites. */
export function isOnlyShared(source: string): boolean {
  const named = [...source.matchAll(hosts)].map(([, host = '']) => host);
  return named.length > 0 && named.every((host) => sites.has(host.toLowerCase().split('.').at(-2) ?? ''));
}

/** Rows called seen of which there is a copy on a file-sharing site alone. @returns each with its file and line */
export function seenOnlyShared(files: Files): Problem[] {
  return Object.entries(files).flatMap(([file, lines]) =>
    lines
      .filter(({ fields }) => (fields.standing || (fields.figure && 'seen')) === 'seen')
      .filter(({ fields }) => isOnlyShared(fields.source ?? fields.url ?? ''))
      .map(({ line }) => ({
        file: `${file}.csv`,
        line,
        code: 'only-shared',
        reason:
          'is called seen, but its only source is a copy on a file-sharing site: unchecked, or a source of its own',
      })),
  );
}
