import type { ComponentChildren } from 'preact';

/** A reference such as XVIII-10 or ICC-01/04-01/06, or a month as 2014-01: browsers would break it after a hyphen. */
const reference = /\b([A-Z\d]{1,8}(?:-[A-Z\d/]{1,8}){1,6})\b/;

/** Words in which no reference breaks between lines; nothing is written into them, so that they can be copied and found. */
export function Unbroken({ words }: { words: string }): ComponentChildren {
  return words.split(reference).map((part, at) =>
    at % 2 === 1 ? (
      <span key={`${at} ${part}`} className="number">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
