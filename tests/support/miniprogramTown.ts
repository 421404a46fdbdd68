import { rm } from 'node:fs/promises';
import type { FavouritePage } from '../../server/contract/favourites';
import type { GuideSearchResult } from '../../server/contract/guideSearch';
import type { ServiceGuide, ServiceGuidePage } from '../../server/contract/serviceGuides';
import type { SessionPage, SignedIn } from '../../server/contract/sessions';
import type { Site } from '../../server/contract/site';
import { demoDataFolder } from './demoDataFolder';
import { callJson } from './miniprogramHttp';
import { Phone } from './miniprogramPhone';
import { startSandbox, type SandboxProcess } from './sandboxProcess';
import { sandboxSettings } from './sandboxSettings';
import { startServer, type ServerProcess } from './serverProcess';

/** The real server with the demo county and the real sandbox, each a process of its own, and phones in front of them. */
export class PhoneTown {
  readonly sandbox: SandboxProcess;
  #server: ServerProcess;
  #isServerUp = true;
  readonly #dataFolder: string;
  readonly #phones: Phone[] = [];

  private constructor(sandbox: SandboxProcess, server: ServerProcess, dataFolder: string) {
    this.sandbox = sandbox;
    this.#server = server;
    this.#dataFolder = dataFolder;
  }

  static async open(): Promise<PhoneTown> {
    const dataFolder = await demoDataFolder();
    const sandbox = await startSandbox();
    return new PhoneTown(sandbox, await startServer(settings(sandbox, dataFolder)), dataFolder);
  }

  get serverAddress(): string {
    return this.#server.address;
  }

  phone(citizenId?: string): Phone {
    const phone = new Phone({ serverAddress: this.serverAddress, sandboxAddress: this.sandbox.address, ...(citizenId === undefined ? {} : { citizenId }) });
    this.#phones.push(phone);
    return phone;
  }

  /** Asks the server itself. `path` is below /api/v1. */
  ask<Reply>(method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<Reply> {
    return callJson<Reply>(method, `${this.serverAddress}/api/v1${path}`, { ...(body === undefined ? {} : { body }), ...(token === undefined ? {} : { token }) });
  }

  /** The first guides of an office. */
  guidesOf(officeCode: string): Promise<ServiceGuidePage> {
    return this.ask<ServiceGuidePage>('GET', `/service-guides?officeCode=${officeCode}`);
  }

  /** What is found first for these words. */
  search(query: string): Promise<GuideSearchResult> {
    return this.ask<GuideSearchResult>('GET', `/service-guides/search?query=${encodeURIComponent(query)}`);
  }

  /** The demo county's guide of exactly this name. */
  async guideNamed(name: string): Promise<ServiceGuide> {
    const guide = (await this.search(name)).items.find((found) => found.guide.name === name)?.guide;
    if (guide === undefined) throw new Error(`the demo county has no guide ${name}`);
    return this.ask<ServiceGuide>('GET', `/service-guides/${guide.id}`);
  }

  /** Signs the citizen in on another device. @returns its token */
  async signInElsewhere(citizenId: string): Promise<string> {
    const { code } = await callJson<{ code: string }>('POST', `${this.sandbox.address}/sandbox/login-codes`, { body: { citizenId } });
    const site = await this.ask<Site>('GET', '/site');
    const body = { code, privacyPolicyVersion: site.privacyPolicy.version, deviceLabel: '另一台手机' };
    return (await this.ask<SignedIn>('POST', '/sessions/mini-program', { body })).token;
  }

  /** Ends every session of the citizen, as somebody does who has lost a phone. */
  async endAllSessions(citizenId: string): Promise<void> {
    const token = await this.signInElsewhere(citizenId);
    const { items } = await this.ask<SessionPage>('GET', '/sessions', { token });
    for (const { id, isCurrent } of items) if (!isCurrent) await this.ask('DELETE', `/sessions/${id}`, { token });
    await this.ask('DELETE', '/sessions/current', { token });
  }

  /** Keeps so many guides for the citizen. */
  async keepGuides(citizenId: string, count: number): Promise<void> {
    const token = await this.signInElsewhere(citizenId);
    const { items } = await this.ask<ServiceGuidePage>('GET', `/service-guides?limit=${count}`);
    for (const { id } of items) await this.ask('PUT', `/favourites/${id}`, { token });
    await this.ask('DELETE', '/sessions/current', { token });
  }

  /** Names of the guides that the server keeps for the citizen. */
  async favouritesOf(citizenId: string): Promise<string[]> {
    const token = await this.signInElsewhere(citizenId);
    const { items } = await this.ask<FavouritePage>('GET', '/favourites', { token });
    await this.ask('DELETE', '/sessions/current', { token });
    return items.map(({ guide }) => guide.name);
  }

  async stopServer(): Promise<void> {
    this.#isServerUp = false;
    await this.#server.stop();
  }

  /** Starts it again over the same data, unless it runs, and lets every phone find it. */
  async startServer(): Promise<void> {
    if (this.#isServerUp) return;
    this.#server = await startServer(settings(this.sandbox, this.#dataFolder));
    this.#isServerUp = true;
    for (const phone of this.#phones) phone.serverAddress = this.serverAddress;
  }

  async close(): Promise<void> {
    for (const phone of this.#phones) phone.end();
    await Promise.all([this.#server.stop(), this.sandbox.stop()]);
    await rm(this.#dataFolder, { recursive: true, force: true });
  }
}

const settings = ({ address }: SandboxProcess, dataFolder: string): Record<string, string> => ({ ...sandboxSettings(address), SEED_DEMO: 'true', DATA_DIR: dataFolder });
