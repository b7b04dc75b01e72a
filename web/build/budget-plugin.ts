import type { Plugin } from 'vite';
import { type BuiltFile, overBudget, routeWeights } from './budget.ts';

/** Fails a build whose first visit to any route transfers more than `bytes`, gzipped. */
export function budget(bytes: number): Plugin {
  return {
    name: 'anju-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = new Map<string, BuiltFile>();
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === 'asset') {
          files.set(name, {
            content: output.source,
            isEntry: false,
            imports: [],
            dynamicImports: [],
          });
          continue;
        }
        const styles = [...(output.viteMetadata?.importedCss ?? [])];
        files.set(name, {
          content: output.code,
          isEntry: output.isEntry,
          imports: [...output.imports, ...styles],
          dynamicImports: output.dynamicImports,
        });
      }
      const weights = routeWeights(files);
      const fault = overBudget(weights, bytes);
      if (fault !== undefined) this.error(fault);
      const heaviest = weights[0];
      this.info(`heaviest first visit: ${heaviest?.route}, ${heaviest?.bytes} of ${bytes} bytes`);
    },
  };
}
