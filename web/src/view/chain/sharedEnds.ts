/**
 * For each path, given as its units layer by layer, the first unit from which on another path of the list goes the same
 * way: what follows is the same product in both. Undefined where no other path ends alike.
 */
export function sharedEnds(paths: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const times = new Map<string, number>();
  for (const units of paths) for (const end of endsOf(units)) times.set(end, (times.get(end) ?? 0) + 1);
  return paths.map((units) => {
    const first = endsOf(units).findIndex((end) => (times.get(end) ?? 0) > 1);
    return first < 0 ? undefined : first;
  });
}

/** A path from each of its units on; paths of one list are equally long, so that the length tells the layer. */
const endsOf = (units: readonly number[]): string[] => units.map((_, k) => units.slice(k).join());
