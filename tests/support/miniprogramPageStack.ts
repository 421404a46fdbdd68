import { join } from 'node:path';
import { allPages, readAppConfig } from './miniprogramDist';
import type { OpenPage } from './miniprogramPage';

/** WeChat's limit. */
const deepestStack = 10;

/** The pages that are open, as WeChat keeps them: tabs stay alive, everything else ends when it is left. */
export class PageStack {
  readonly #pages: OpenPage[] = [];
  readonly #tabs = new Map<string, OpenPage>();
  readonly #config = readAppConfig();
  readonly #create: (path: string, query: Record<string, string>) => OpenPage;

  constructor(create: (path: string, query: Record<string, string>) => OpenPage) {
    this.#create = create;
  }

  /** Lowest first. */
  get pages(): readonly OpenPage[] {
    return this.#pages;
  }

  get top(): OpenPage {
    const page = this.#pages[this.#pages.length - 1];
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  /** Opens a page on top of the others. */
  push({ path, query }: Target): void {
    if (!allPages(this.#config).includes(path)) throw new Error(`page "${path}" is not found`);
    const page = this.#create(path, query);
    this.#pages.push(page);
    if (this.#isTab(path)) this.#tabs.set(path, page);
    page.open();
  }

  closeAll(): void {
    for (const page of new Set([...this.#pages.splice(0), ...this.#tabs.values()])) page.close();
    this.#tabs.clear();
  }

  /** wx.navigateTo */
  navigateTo(url: string): void {
    const target = targetOf(url, this.top.path);
    if (this.#isTab(target.path)) throw new Error('can not navigateTo a tabbar page');
    if (this.#pages.length >= deepestStack) throw new Error('webview count limit exceed');
    this.top.call('onHide');
    this.push(target);
  }

  /** wx.redirectTo */
  redirectTo(url: string): void {
    const target = targetOf(url, this.top.path);
    if (this.#isTab(target.path)) throw new Error('can not redirectTo a tabbar page');
    const last = this.#pages.pop();
    if (last !== undefined) this.#leave(last);
    this.push(target);
  }

  /** wx.switchTab */
  switchTab(url: string): void {
    const { path } = targetOf(url, this.top.path);
    if (!this.#isTab(path)) throw new Error('can not switch to no-tabBar page');
    if (this.top.path === path) return;
    for (const page of this.#pages.splice(0)) this.#leave(page);
    const tab = this.#tabs.get(path);
    if (tab === undefined) return this.push({ path, query: {} });
    this.#pages.push(tab);
    tab.call('onShow');
  }

  /** wx.navigateBack */
  navigateBack(delta = 1): void {
    if (this.#pages.length < 2) throw new Error('cannot navigate back at first page');
    for (const page of this.#pages.splice(Math.max(1, this.#pages.length - delta))) page.close();
    this.top.call('onShow');
  }

  #isTab(path: string): boolean {
    return this.#config.tabBar.list.some(({ pagePath }) => pagePath === path);
  }

  #leave(page: OpenPage): void {
    if (this.#tabs.get(page.path) === page) page.call('onHide');
    else page.close();
  }
}

/** A page and what it is given. */
export interface Target {
  path: string;
  query: Record<string, string>;
}

/** @param from the page that a relative url starts at. WeChat hands the values of a query on as they are written, without decoding them. */
export function targetOf(url: string, from = ''): Target {
  const [address = '', queryText = ''] = url.split('?');
  const path = address.startsWith('/') ? address.slice(1) : join(from, '..', address);
  const pairs = queryText.split('&').filter((pair) => pair !== '');
  const query = pairs.map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')];
  });
  return { path, query: Object.fromEntries(query) };
}
