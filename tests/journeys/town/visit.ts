import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

/** A page that has its answers may ask for more after drawing them: so long must it be quiet. */
const quietMilliseconds = 80;

/** Somebody with a browser of their own. What the browser complains about, and whom it calls, is noted throughout. */
export class Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every request that left the page, in order. */
  readonly requests: Request[] = [];
  readonly #address: string;
  readonly #sandboxAddress: string;
  readonly #pending = new Set<Request>();
  readonly #complaints: string[] = [];
  readonly #allowed: RegExp[] = [];

  private constructor(context: BrowserContext, page: Page, address: string, sandboxAddress: string) {
    this.context = context;
    this.page = page;
    this.#address = address;
    this.#sandboxAddress = sandboxAddress;
    context.on('console', (message) => this.#noteMessage(message));
    context.on('weberror', (error) => this.#complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => this.#noteRequest(request));
    context.on('requestfinished', (request) => this.#pending.delete(request));
    context.on('requestfailed', (request) => this.#pending.delete(request));
  }

  static async begin(context: BrowserContext, address: string, sandboxAddress: string): Promise<Visit> {
    // A browser says in words of its own that the policy stopped something; the event says it reliably.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    return new Visit(context, await context.newPage(), address, sandboxAddress);
  }

  /** Console errors, uncaught exceptions, refusals of the policy, and calls to strangers; the allowed ones left out. */
  complaints(): string[] {
    return this.#complaints.filter((complaint) => !this.#allowed.some((pattern) => pattern.test(complaint)));
  }

  /** For failures that a journey causes on purpose. Matched against `message address`. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Opens one of our pages by its address, as a bookmark or a shared link does. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.#address + path);
    await this.page.getByRole('main').waitFor();
    await this.settled();
  }

  /** Waits until nothing is being fetched and no grey rows stand in for content. */
  async settled(): Promise<void> {
    let quietSince = Date.now();
    while (Date.now() - quietSince < quietMilliseconds) {
      await wait(quietMilliseconds / 4);
      if (this.#pending.size > 0) quietSince = Date.now();
    }
    // A page may have several such blocks.
    for (const rows of await this.page.getByRole('status', { name: '正在加载' }).all()) await rows.waitFor({ state: 'detached' });
  }

  /** Waits until these words can be seen. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  async press(name: string | RegExp, role: Role = 'button'): Promise<void> {
    await this.page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).tap();
  }

  /** Path and query of the address bar. */
  where(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** What was asked of the API so far, as `METHOD /path`. */
  calls(): string[] {
    return this.requests.filter((request) => request.url().startsWith(`${this.#address}/api/`)).map((request) => `${request.method()} ${new URL(request.url()).pathname}`);
  }

  /** Whether anything was asked of WeChat. */
  askedWeChat(): boolean {
    return this.requests.some((request) => request.url().startsWith(this.#sandboxAddress));
  }

  #noteMessage(message: ConsoleMessage): void {
    if (message.type() === 'error') this.#complaints.push(`${message.text()} ${message.location().url}`);
  }

  #noteRequest(request: Request): void {
    this.requests.push(request);
    this.#pending.add(request);
    const { origin, protocol } = new URL(request.url());
    if (protocol === 'data:' || origin === this.#address) return;
    // WeChat is a place to go to; our own pages never call it.
    const isOnWeChat = origin === this.#sandboxAddress && (request.isNavigationRequest() || request.frame().url().startsWith(this.#sandboxAddress));
    if (!isOnWeChat) this.#complaints.push(`called a stranger: ${request.url()}`);
  }
}
