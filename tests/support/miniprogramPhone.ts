import { join } from 'node:path';
import simulate from 'miniprogram-simulate';
import { allPages, distFolder, readAppConfig } from './miniprogramDist';
import { OpenPage, pageAsComponent, type PageNode, type Rendered } from './miniprogramPage';
import { PageStack, targetOf } from './miniprogramPageStack';
import { Scripts, type Definition } from './miniprogramScripts';
import { weChatApi } from './miniprogramWeChat';

/** How many turns of the event loop have to pass without anything happening. */
const quietTurns = 12;
const turnMilliseconds = 5;

/** Longer than a field waits before it asks for suggestions. */
const suggestionPauseMs = 260;

const fields = ['wx-input', 'wx-textarea'];

/** The compiled templates are larger than what miniprogram-compiler expects. */
const compilerOptions = { maxBuffer: 64 * 1024 * 1024 };

const simulatesScripts = jest.requireActual<{ runJs: (path: string) => void }>('miniprogram-simulate/src/utils');
const registerComponent = (globalThis as unknown as { Component: (definition: Definition) => void }).Component;

/** A request as it left the app. */
export interface SentRequest {
  /** Method and path: `GET /api/v1/site`. */
  call: string;
  /** 0 when no answer came. */
  status: number;
  token: string | null;
}

/** What an act sent to the page on top. */
export interface Traffic {
  calls: number;
  bytes: number;
}

const trafficOf = (updates: readonly number[]): Traffic => ({ calls: updates.length, bytes: updates.reduce((sum, bytes) => sum + bytes, 0) });

interface PhoneOptions {
  serverAddress: string;
  sandboxAddress: string;
  /** Whose WeChat this is: a demo citizen of the sandbox. */
  citizenId?: string;
}

/** A phone with WeChat on it, and the built mini-program in that. Its storage stays from one start to the next. */
export class Phone {
  serverAddress: string;
  readonly sandboxAddress: string;
  readonly citizenId: string;
  readonly storage = new Map<string, string>();
  readonly requests: SentRequest[] = [];
  readonly toasts: string[] = [];
  /** Names of the places that were opened on WeChat's map. */
  readonly placesOpened: string[] = [];
  /** What was shown by WeChat itself: `docx` or `picture`, and the address it was fetched from. */
  readonly filesOpened: { kind: string; from: string }[] = [];
  clipboard = '';
  /** How often the app called wx.login. */
  logins = 0;
  /** Calls to the outside that have not been answered. */
  pending = 0;
  readonly stack = new PageStack((path, query) => this.#render(path, query));
  readonly #config = readAppConfig();
  readonly #components = new Map<string, string>();
  #scripts = new Scripts(distFolder);

  constructor({ serverAddress, sandboxAddress, citizenId = 'grandmother' }: PhoneOptions) {
    this.serverAddress = serverAddress;
    this.sandboxAddress = sandboxAddress;
    this.citizenId = citizenId;
  }

  /** The page on top. */
  get page(): OpenPage {
    return this.stack.top;
  }

  /** Starts the app anew on a page, as from the list of mini-programs or from a shared link. */
  async start(url = '/pages/home/index'): Promise<OpenPage> {
    this.end();
    this.#scripts = new Scripts(distFolder);
    this.#components.clear();
    simulatesScripts.runJs = (path) => this.#runComponent(path);
    const app: { definition?: Definition } = {};
    Object.assign(globalThis, { wx: weChatApi(this), getCurrentPages: () => this.stack.pages.map(({ instance }) => instance), getApp: () => app.definition });
    app.definition = this.#scripts.definitionOf('app');
    const target = targetOf(url);
    for (const name of ['onLaunch', 'onShow']) {
      const method = app.definition[name];
      if (typeof method === 'function') method.call(app.definition, { ...target, scene: 1001 });
    }
    this.stack.push(target);
    await this.settled();
    return this.page;
  }

  /** Closes the app. */
  end(): void {
    this.stack.closeAll();
  }

  #runComponent(path: string): void {
    const file = path.slice(distFolder.length + 1);
    const definition = this.#scripts.definitionOf(file);
    registerComponent(allPages(this.#config).includes(file) ? pageAsComponent(definition) : definition);
  }

  #render(path: string, query: Record<string, string>): OpenPage {
    const component = this.#components.get(path) ?? simulate.load(join(distFolder, path), 'page', { rootPath: distFolder, compiler: 'official', compilerOptions });
    this.#components.set(path, component);
    return new OpenPage(path, query, simulate.render(component) as unknown as Rendered);
  }

  /** Taps what carries this label on the page on top, and waits until nothing more happens. */
  async tap(label: string): Promise<void> {
    this.touch(label);
    await this.settled();
  }

  /** Like `tap`, without waiting: for fingers that are faster than the network. */
  touch(label: string): void {
    const { page } = this;
    const node = page.tappable(label);
    page.send(node, 'tap');
    // WeChat itself takes note of the consent, and then tells the page.
    if (node.attributes.get('open-type')?.includes('agreePrivacyAuthorization')) page.send(node, 'agreeprivacyauthorization');
  }

  /** Types into the field with this label; a mini-program hears of every letter, here of all at once. */
  async type(label: string, text: string): Promise<void> {
    const field = this.page.nodes.find((node) => fields.includes(node.tag) && node.attributes.get('aria-label') === label);
    if (field === undefined) throw new Error(`no field “${label}” on ${this.page.path}`);
    this.page.send(field, 'input', { value: text });
    await this.settled();
  }

  /** Types, and then waits as a person does who looks whether the field suggests something. */
  async typeAndPause(label: string, text: string): Promise<void> {
    await this.type(label, text);
    await new Promise((resolve) => setTimeout(resolve, suggestionPauseMs));
    await this.settled();
  }

  /** Calls of this kind that the app sent, in order. */
  sent(call: string): SentRequest[] {
    return this.requests.filter((request) => request.call === call);
  }

  /** Scrolls to the end of the page on top. */
  async reachBottom(): Promise<void> {
    this.page.call('onReachBottom');
    await this.settled();
  }

  /** The card that goes to a chat when this page is shared by the button. */
  share(button: PageNode): { title: string; path: string } {
    return this.page.call('onShareAppMessage', { from: 'button', target: { id: button.id, dataset: {} } }) as { title: string; path: string };
  }

  /** Waits until no call is unanswered and no page has been given data for a while. */
  async settled(): Promise<void> {
    let quiet = 0;
    let seen = this.#activity;
    while (quiet < quietTurns) {
      await new Promise((resolve) => setTimeout(resolve, turnMilliseconds));
      quiet = this.pending === 0 && this.#activity === seen ? quiet + 1 : 0;
      seen = this.#activity;
    }
  }

  /** What the page on top has been sent since it was opened. */
  get traffic(): Traffic {
    return trafficOf(this.page.updates);
  }

  /** What an act sends to the page on which it happens. */
  async trafficOf(act: () => Promise<unknown>): Promise<Traffic> {
    const { page } = this;
    const before = page.updates.length;
    await act();
    return trafficOf(page.updates.slice(before));
  }

  get #activity(): number {
    return this.requests.length + this.stack.pages.reduce((sum, { updates }) => sum + updates.length, 0);
  }
}
