import { Fragment } from 'preact';

/** What was chosen before, struck out, and what is now; each whole, as they are no sentences of which words could change. */
export function WasIs({ was, is }: { was: string | undefined; is: string }) {
  return (
    <>
      {was !== undefined && (
        <>
          <del>
            <Lines text={was} />
          </del>
          <br />
        </>
      )}
      {was === undefined ? (
        <Lines text={is} />
      ) : (
        <ins>
          <Lines text={is} />
        </ins>
      )}
    </>
  );
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, at) => (
    <Fragment key={line}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
}
