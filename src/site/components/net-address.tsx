import { mailtoLink } from '../../text/mailbox.ts';

/** An e-mail address or a domain: from left to right in every language, and whole on a line where it fits one. */
export function NetAddress({ children }: { children: string }) {
  return (
    <bdi className="whole" dir="ltr">
      {children}
    </bdi>
  );
}

/** The same, to write to. */
export function MailLink({ to }: { to: string }) {
  return (
    <a className="whole" dir="ltr" href={mailtoLink(to)}>
      {to}
    </a>
  );
}

/** Words with e-mail addresses among them, each of which stands as above. */
export function WithAddresses({ children }: { children: string }) {
  return children.split(/(\s+)/).map((part, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text stand in one order
    return part.includes('@') ? <Among key={at}>{part}</Among> : part;
  });
}

/** An address among the signs around it, as in `<a@b.example>.` */
function Among({ children: part }: { children: string }) {
  const before = signsBefore(part);
  const after = signsBefore([...part].reverse().join(''));
  const end = part.length - after.length;
  if (end <= before.length) return part;
  return (
    <>
      {before}
      <NetAddress>{part.slice(before.length, end)}</NetAddress>
      {part.slice(end)}
    </>
  );
}

function signsBefore(text: string): string {
  return /^[^\p{L}\p{N}]*/u.exec(text)?.[0] ?? '';
}
