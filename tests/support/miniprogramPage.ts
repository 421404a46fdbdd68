import type { Definition } from './miniprogramScripts';

/** The part of miniprogram-simulate's component that is used here; its own types know pages only as `any`. */
export interface Rendered {
  dom: HTMLElement;
  instance: PageInstance;
  attach(parent: Node): void;
  detach(): void;
  querySelector(selector: string): { dispatchEvent(name: string, options?: { detail?: unknown }): void } | undefined;
  toJSON(): Element;
}

type PageInstance = Record<string, unknown> & { setData(data: object, done?: () => void): void };

interface Element {
  tagName: string;
  attrs: { name: string; value: unknown }[];
  event: Record<string, { name: string; handler: string; isCatch: boolean }>;
  children: (Element | string)[];
}

/** One element of a rendered page, as its WXML made it. */
export interface PageNode {
  /** wx-view, wx-button … */
  tag: string;
  id: string;
  attributes: ReadonlyMap<string, string>;
  /** Events that the WXML binds. */
  events: ReadonlySet<string>;
  /** True when it only keeps a movement from going through: Taro's template binds a tap there that nobody listens to. */
  isBarrier: boolean;
  text: string;
}

const textOf = (element: Element): string => element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** WeChat's compiler writes names as `ariaLabel`; pages are written with `aria-label`. */
const asWritten = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const toNode = (element: Element): PageNode => {
  const attributes = new Map(element.attrs.filter(({ value }) => value !== undefined && value !== '').map(({ name, value }) => [asWritten(name), String(value)]));
  return {
    tag: element.tagName,
    id: attributes.get('id') ?? '',
    attributes,
    events: new Set(Object.values(element.event).map(({ name }) => name)),
    isBarrier: element.event['touchmove']?.isCatch === true,
    text: textOf(element),
  };
};

function flatten(element: Element): Element[] {
  // Deeper than the templates reach, Taro goes on in a component of its own, whose inside cannot be seen from here.
  if (element.tagName === 'comp') throw new Error('the page is deeper than baseLevel in config/index.ts');
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : flatten(child)))];
}

/** A page open in the stand-in of WeChat. */
export class OpenPage {
  /** Without a leading slash, as app.json has it. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Bytes of every setData so far, as JSON in UTF-8: what goes from the script's side to the page's. */
  readonly updates: number[] = [];
  /** What stands in the navigation bar. */
  title = '';
  readonly #rendered: Rendered;
  readonly #host = document.createElement('div');

  constructor(path: string, query: Record<string, string>, rendered: Rendered) {
    this.path = path;
    this.query = query;
    this.#rendered = rendered;
    const { instance } = rendered;
    const setData = instance.setData.bind(instance);
    Object.assign(instance, {
      route: path,
      options: query,
      setData: (data: object, done?: () => void) => {
        this.updates.push(Buffer.byteLength(JSON.stringify(data)));
        setData(data, done);
      },
    });
  }

  /** What getCurrentPages gives the app. */
  get instance(): PageInstance {
    return this.#rendered.instance;
  }

  open(): void {
    document.body.appendChild(this.#host);
    this.#rendered.attach(this.#host);
    this.call('onLoad', { ...this.query });
    this.call('onShow');
    this.call('onReady');
  }

  close(): void {
    this.call('onUnload');
    this.#rendered.detach();
    this.#host.remove();
  }

  /** Calls one of the page's own functions, as WeChat does: onShow, onReachBottom, onShareAppMessage … */
  call(name: string, ...given: unknown[]): unknown {
    const method = this.instance[name];
    return typeof method === 'function' ? (method.call(this.instance, ...given) as unknown) : undefined;
  }

  get nodes(): PageNode[] {
    return flatten(this.#rendered.toJSON()).map(toNode);
  }

  /** All words on the page. */
  get text(): string {
    return this.nodes[0]?.text ?? '';
  }

  get size(): { nodes: number; depth: number } {
    const depthOf = (element: globalThis.Element): number => 1 + Math.max(0, ...Array.from(element.children, depthOf));
    return { nodes: this.#host.querySelectorAll('*').length, depth: depthOf(this.#rendered.dom) };
  }

  /** What a person would tap who reads, or is read, this label. */
  tappable(label: string): PageNode {
    const found = this.nodes.filter((node) => node.events.has('tap') && !node.isBarrier && (node.attributes.get('aria-label') ?? node.text) === label);
    const [node] = found;
    if (node === undefined || found.length > 1) throw new Error(`${found.length} times “${label}” to tap on ${this.path}: ${this.labels.join(' | ')}`);
    return node;
  }

  /** The labels of everything that can be tapped. */
  get labels(): string[] {
    return this.nodes.filter((node) => node.events.has('tap') && !node.isBarrier).map((node) => node.attributes.get('aria-label') ?? node.text);
  }

  /** Sends an event of WeChat's to an element. */
  send(node: PageNode, event: string, detail: unknown = {}): void {
    const component = this.#rendered.querySelector(`#${node.id}`);
    if (component === undefined) throw new Error(`no #${node.id} on ${this.path}`);
    component.dispatchEvent(event, { detail });
  }
}

/** Pages as components: miniprogram-simulate renders nothing else. */
export const pageAsComponent = (definition: Definition): Definition => ({
  data: definition['data'] ?? {},
  methods: Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function')),
});
