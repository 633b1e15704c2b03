/** The Court's number of a situation or a case: it stays in one line, and reads from the left in any script. */
export function CourtNumber({ code }: { code: string }) {
  return (
    <bdi dir="ltr" className="number">
      {code}
    </bdi>
  );
}
