import fs from 'node:fs';
import path from 'node:path';
import type { Compiler, Module } from 'webpack';

/** The file of a module, and where webpack joined several into one scope, of each of them. */
const filesOf = (module: Module): string[] => {
  const joined = 'modules' in module && Array.isArray(module.modules) ? (module.modules as Module[]) : [module];
  return joined.flatMap((part) => part.nameForCondition() ?? []);
};

/**
 * Writes which modules went into which script: `{ "pages/home/index.js": ["src/pages/home/index.tsx", …] }`.
 * A test reads it to hold the rule that tab pages carry nothing of a feature.
 */
export class ModuleListPlugin {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  apply(compiler: Compiler): void {
    compiler.hooks.done.tap('ModuleListPlugin', ({ compilation }) => {
      const list: Record<string, string[]> = {};
      for (const chunk of compilation.chunks) {
        const files = [...compilation.chunkGraph.getChunkModulesIterable(chunk)].flatMap(filesOf);
        const relative = [...new Set(files)].map((file) => path.relative(compiler.context, file)).sort();
        for (const script of chunk.files) if (script.endsWith('.js')) list[script] = relative;
      }
      fs.mkdirSync(path.dirname(this.#file), { recursive: true });
      fs.writeFileSync(this.#file, `${JSON.stringify(list, null, 1)}\n`);
    });
  }
}
