import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../../wechat-sandbox/sandbox';
import { demoDataFolder } from '../../support/demoDataFolder';
import { startServer, type ServerProcess } from '../../support/serverProcess';
import { sandboxSettings, smsToken } from '../../support/sandboxSettings';
import { Visit } from './visit';

/** A phone as most people hold one. */
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** Only ends a wait for something that never comes. */
const patienceMilliseconds = 15_000;

/** The browser must call nobody by itself either. */
const quietFlags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('chromium is missing: CHROMIUM says where it is');
  return chromium.launch({ executablePath, args: quietFlags });
};

/** The whole product as people meet it: the built server with the demo county, WeChat's stand-in, and a browser. */
export class Town {
  readonly browser: Browser;
  readonly server: ServerProcess;
  readonly sandbox: Sandbox;
  readonly sandboxAddress: string;
  readonly #dataFolder: string;
  #visits: Visit[] = [];

  private constructor(parts: { browser: Browser; server: ServerProcess; sandbox: Sandbox; sandboxAddress: string; dataFolder: string }) {
    this.browser = parts.browser;
    this.server = parts.server;
    this.sandbox = parts.sandbox;
    this.sandboxAddress = parts.sandboxAddress;
    this.#dataFolder = parts.dataFolder;
  }

  /** @param settings settings of the server that differ from the demo's */
  static async open(settings: Record<string, string> = {}): Promise<Town> {
    if (!existsSync('dist/h5/index.html')) throw new Error('dist/h5 is missing: npm run build:h5');
    const sandbox = await createSandbox({ smsToken });
    const sandboxAddress = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
    const dataFolder = settings['DATA_DIR'] ?? (await demoDataFolder());
    const [server, browser] = await Promise.all([
      startServer({ ...sandboxSettings(sandboxAddress), SEED_DEMO: 'true', DATA_DIR: dataFolder, ...settings }),
      launchBrowser(),
    ]);
    return new Town({ browser, server, sandbox, sandboxAddress, dataFolder });
  }

  get address(): string {
    return this.server.address;
  }

  /** A new visitor, whose browser has never been here. */
  async visit(options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.browser.newContext({ ...phone, ...options });
    context.setDefaultTimeout(patienceMilliseconds);
    const visit = await Visit.begin(context, this.address, this.sandboxAddress);
    this.#visits.push(visit);
    return visit;
  }

  /** Ends all visits. @returns what their browsers complained about. */
  async endVisits(): Promise<string[]> {
    const visits = this.#visits.splice(0);
    const complaints = visits.flatMap((visit) => visit.complaints());
    await Promise.all(visits.map((visit) => visit.context.close()));
    this.sandbox.state.faults.clear();
    return complaints;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await this.sandbox.app.close();
    await rm(this.#dataFolder, { recursive: true, force: true });
  }
}
