import { gzipSync } from 'node:zlib';

/** One file of a build, as far as its weight on a route is concerned. */
export type BuiltFile = {
  content: string | Uint8Array;
  isEntry: boolean;
  /** Files that load with it. */
  imports: string[];
  /** Files that load when a person goes there. */
  dynamicImports: string[];
};

/** What a first visit to a route transfers. */
export type RouteWeight = { route: string; bytes: number };

/**
 * Gzipped bytes that a first visit to each route transfers: all that its entry loads at once,
 * and the route's own file with what that loads. Heaviest first.
 */
export function routeWeights(files: Map<string, BuiltFile>): RouteWeight[] {
  const weights: RouteWeight[] = [];
  for (const [name, file] of files) {
    if (!file.isEntry) continue;
    const atOnce = closure([name], files);
    const routes = new Set(
      [...atOnce].flatMap((loaded) => files.get(loaded)?.dynamicImports ?? []),
    );
    weights.push({ route: name, bytes: weigh(atOnce, files) });
    for (const route of routes) {
      weights.push({ route, bytes: weigh(closure([name, route], files), files) });
    }
  }
  return weights.sort((a, b) => b.bytes - a.bytes);
}

function closure(names: string[], files: Map<string, BuiltFile>): Set<string> {
  const loaded = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = files.get(name);
    if (file === undefined || loaded.has(name)) continue;
    loaded.add(name);
    waiting.push(...file.imports);
  }
  return loaded;
}

function weigh(names: Set<string>, files: Map<string, BuiltFile>): number {
  let bytes = 0;
  for (const name of names) {
    bytes += gzipSync(files.get(name)?.content ?? '').byteLength;
  }
  return bytes;
}

/** The sentence that fails the build when a route is over its budget, or nothing. */
export function overBudget(weights: RouteWeight[], budget: number): string | undefined {
  const heaviest = weights[0];
  if (heaviest === undefined) return 'the build has no entry to weigh';
  if (heaviest.bytes <= budget) return undefined;
  return `${heaviest.route} transfers ${heaviest.bytes} bytes at the first visit, the budget is ${budget}`;
}
