// Keeps which stretches of a row are taken, so that nothing is ever laid over another.

function firstAfter(taken, value) {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle].to <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Return an empty row; stretches are half-open, [from, to).
 *
 * What is taken never overlaps. A pill may be laid on what is taken, and is then in the way like it.
 */
export function createRow() {
  const taken = [];
  let laid = [];
  const touches = (stretch, from, to) => stretch.from < to && stretch.to > from;
  return {
    isFree(from, to) {
      const next = taken[firstAfter(taken, from)];
      return (!next || next.from >= to) && !laid.some((stretch) => touches(stretch, from, to));
    },
    take(from, to, owner) {
      taken.splice(firstAfter(taken, from), 0, { from, to, owner });
    },
    lay(from, to, owner) {
      laid.push({ from, to, owner });
    },
    release(owner) {
      const index = taken.findIndex((stretch) => stretch.owner === owner);
      if (index >= 0) taken.splice(index, 1);
      laid = laid.filter((stretch) => stretch.owner !== owner);
    },
    /** Owners whose stretch touches [from, to). */
    owners(from, to) {
      const found = laid.filter((stretch) => touches(stretch, from, to)).map(({ owner }) => owner);
      for (let i = firstAfter(taken, from); i < taken.length && taken[i].from < to; i += 1) found.push(taken[i].owner);
      return found;
    },
  };
}
