import { mailtoLink } from '../../text/mailbox.ts';

/** Longer than this it may not fit a line of a phone, in a list. */
const FITS = 32;

/** An e-mail address or a domain: from left to right in every language, whole on a line where it fits one, else broken at its sign. */
export function NetAddress({ children }: { children: string }) {
  return (
    <bdi className="whole" dir="ltr">
      <Parts>{children}</Parts>
    </bdi>
  );
}

function Parts({ children: address }: { children: string }) {
  const at = address.length > FITS ? address.lastIndexOf('@') : 0;
  if (at <= 0) return address;
  return (
    <>
      <span className="whole">{address.slice(0, at)}</span>
      <span className="whole">{address.slice(at)}</span>
    </>
  );
}

/** The same, to write to. */
export function MailLink({ to }: { to: string }) {
  return (
    <a className="whole" dir="ltr" href={mailtoLink(to)}>
      <Parts>{to}</Parts>
    </a>
  );
}

/** Words with e-mail addresses among them, each of which stands as above. */
export function WithAddresses({ children }: { children: string }) {
  return children.split(/(\s+)/).map((part, at) => {
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
