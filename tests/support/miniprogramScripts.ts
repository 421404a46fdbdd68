import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a page's or component's script hands to WeChat. */
export type Definition = Record<string, unknown>;

const names = ['App', 'Page', 'Component'] as const;

/**
 * Runs the scripts of the built mini-program as WeChat does: each file once a start, `require` relative to the file,
 * everything else through globals.
 */
export class Scripts {
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #definitions = new Map<string, Definition>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * @param path of a script below the root, without `.js`
   * @returns what it passed to App, Page or Component; the same for every later call
   */
  definitionOf(path: string): Definition {
    const known = this.#definitions.get(path);
    if (known !== undefined) return known;
    let handedOver: Definition | undefined;
    const take = (definition: Definition): void => {
      handedOver = definition;
    };
    Object.assign(globalThis, Object.fromEntries(names.map((name) => [name, take])));
    this.#require(join(this.#root, path));
    if (handedOver === undefined) throw new Error(`${path}.js calls none of ${names.join(', ')}`);
    this.#definitions.set(path, handedOver);
    return handedOver;
  }

  #require(path: string): unknown {
    const file = existsSync(path) && path.endsWith('.js') ? path : `${path}.js`;
    const loaded = this.#modules.get(file);
    if (loaded !== undefined) return loaded.exports;
    const module = { exports: {} as unknown };
    this.#modules.set(file, module);
    // The build's own code, run in the document of the test.
    const run = new Function('require', 'module', 'exports', `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`) as (...given: unknown[]) => void;
    run((target: string) => this.#require(join(dirname(file), target)), module, module.exports);
    return module.exports;
  }
}
