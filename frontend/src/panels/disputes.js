// Sorts the claims of a record into the disagreements the API names.

const EDGES = { departs: "begin", begin: "begin", from: "begin", arrives: "end", end: "end", to: "end" };

const endOf = (edge) => EDGES[edge] ?? "";

function partsOf(id) {
  const [subject, attribute, edge = ""] = id.split(":");
  return { subject, attribute, edge: endOf(edge) || edge };
}

/**
 * Return [{id, attribute, edge, subject, claims, told}] of a body's disputes, `<subject>:<attribute>[:<edge>]`.
 *
 * A claim with no edge of its own speaks of both ends. `told` is what the API says of it: explanation, proposals,
 * decision; or null.
 */
export function disputesOf(body) {
  return (body.disputes ?? []).map((id) => {
    const { subject, attribute, edge } = partsOf(id);
    const claims = body.claims.filter((claim) => {
      const about = claim.subject?.id ?? body.id;
      const end = endOf(claim.edge);
      return claim.attribute === attribute && about === subject && (!edge || !end || end === edge);
    });
    const told = body.disagreements?.find((one) => one.id === id) ?? null;
    return { id, attribute, edge, subject: claims[0]?.subject ?? null, claims, told };
  });
}

/** Return the address of the page that sets the statements of a dispute side by side. */
export const disputePage = ({ config }, id) => `${config.urls.disputes}${id}/`;
