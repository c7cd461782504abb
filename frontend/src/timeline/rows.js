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

/** Return an empty row; stretches are half-open, [from, to). */
export function createRow() {
  const taken = [];
  return {
    isFree(from, to) {
      const next = taken[firstAfter(taken, from)];
      return !next || next.from >= to;
    },
    take(from, to, owner) {
      taken.splice(firstAfter(taken, from), 0, { from, to, owner });
    },
    release(owner) {
      const index = taken.findIndex((stretch) => stretch.owner === owner);
      if (index >= 0) taken.splice(index, 1);
    },
    /** Owners whose stretch touches [from, to). */
    owners(from, to) {
      const found = [];
      for (let i = firstAfter(taken, from); i < taken.length && taken[i].from < to; i += 1) found.push(taken[i].owner);
      return found;
    },
  };
}
