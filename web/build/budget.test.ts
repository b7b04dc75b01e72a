import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type BuiltFile, overBudget, routeWeights } from './budget.ts';

// Random bytes don't compress, so that a weight is close to the size.
function file(size: number, links: Partial<BuiltFile> = {}): BuiltFile {
  return { content: randomBytes(size), isEntry: false, imports: [], dynamicImports: [], ...links };
}

const build = new Map<string, BuiltFile>([
  ['main.js', file(1000, { isEntry: true, imports: ['shared.js'], dynamicImports: ['home.js'] })],
  ['shared.js', file(2000)],
  ['home.js', file(4000, { imports: ['shared.js'], dynamicImports: ['chart.js'] })],
  ['chart.js', file(90_000)],
]);

test('a route weighs its entry and itself, what is shared once, what is loaded later not at all', () => {
  const weights = routeWeights(build);
  expect(weights.map((weight) => weight.route)).toEqual(['home.js', 'main.js']);
  expect(weights[0]?.bytes).toBeGreaterThan(7000);
  expect(weights[0]?.bytes).toBeLessThan(7200);
});

test('the heaviest route decides', () => {
  const weights = routeWeights(build);
  expect(overBudget(weights, 8000)).toBeUndefined();
  expect(overBudget(weights, 6000)).toContain('home.js');
  expect(overBudget([], 6000)).toBeDefined();
});
