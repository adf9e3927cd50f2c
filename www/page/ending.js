// How a session ended, as the page keeps it.

/** Of an outcome. What is not closed is a claim until the webhook comes. */
export function endOf({ type, method }) {
  return { seen: type === 'closed' ? 'closed' : 'claimed', outcome: { type, detail: method } };
}

/** Of an error. What the browser had claimed is not lost with it: the webhook may still come. */
export function endOfError({ code, claim }) {
  return claim ? endOf(claim) : { seen: 'failed', outcome: { type: 'failed', detail: code } };
}
