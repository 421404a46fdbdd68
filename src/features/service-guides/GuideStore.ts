import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementRef } from '../../../server/contract/announcements';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import { concerningNotices, headStart } from '../../stores/concerningNotices';
import { failed, idle, loading, ready, type LoadState } from '../../stores/LoadState';
import type { RootStore } from '../../stores/RootStore';
import { asNotFound } from './mutilatedLink';

/** Parts of a guide that open on demand. */
export type GuideSection = 'process' | 'online' | 'place' | 'eligibility' | 'fees' | 'results' | 'booking' | 'legal' | 'faqs' | 'rights' | 'phones' | 'other' | 'related';

type Needs = Pick<RootStore, 'guidesApi' | 'announcementsApi' | 'guideCache' | 'checklistCache' | 'recentGuides' | 'favourites' | 'session' | 'site'>;

/** One guide being read: its content, what has been ticked off, which parts are open. */
export class GuideStore {
  state: LoadState<ServiceGuide> = idle;
  /** Names of the materials at hand: names survive when the department changes the order. */
  checked: string[];
  openSections: GuideSection[] = [];
  /** What one should know today before following the guide. */
  notices: AnnouncementRef[] = [];
  /** How often printing was asked for. */
  printRequests = 0;
  readonly guideId: string;
  readonly #on: Needs;

  constructor(guideId: string, on: Needs) {
    this.guideId = guideId;
    this.#on = on;
    this.checked = on.checklistCache.find(guideId)?.value ?? [];
    makeAutoObservable(this, { state: observableRef, checked: observableRef, openSections: observableRef, notices: observableRef, guideId: false }, { autoBind: true });
  }

  get guide(): ServiceGuide | null {
    return this.state.status === 'ready' ? this.state.value : null;
  }

  get isGone(): boolean {
    return this.state.status === 'failed' && this.state.error.code === 'guide_not_found';
  }

  get materialsToBring() {
    return this.guide?.content.requiredMaterials?.filter(({ isWaived }) => !isWaived) ?? [];
  }

  get waivedMaterials() {
    return this.guide?.content.requiredMaterials?.filter(({ isWaived }) => isWaived) ?? [];
  }

  get checkedCount(): number {
    return this.materialsToBring.filter(({ name }) => this.checked.includes(name)).length;
  }

  async load(): Promise<void> {
    this.state = loading;
    const outcome = await this.#ask();
    runInAction(() => {
      this.state = outcome;
    });
  }

  async #ask(): Promise<LoadState<ServiceGuide>> {
    const { guidesApi, guideCache, recentGuides, favourites, session, site } = this.#on;
    const asksFavourite = session.isSignedIn && site.has('favourites');
    const favourite = asksFavourite ? favourites.refresh(this.guideId) : Promise.resolve();
    const notices = this.#askNotices();
    try {
      const guide = await guidesApi.readServiceGuide(this.guideId);
      guideCache.save(this.guideId, guide);
      recentGuides.add({ id: guide.id, name: guide.content.name, department: guide.department });
      await Promise.race([Promise.all([favourite, notices]), headStart()]);
      return ready(guide);
    } catch (thrown) {
      const error = asNotFound(thrown);
      if (error.code === 'guide_not_found') this.#forgetGuide();
      const earlier = error.isOffline ? guideCache.find(this.guideId) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }

  async #askNotices(): Promise<void> {
    const notices = await concerningNotices(this.#on.announcementsApi, { guideId: this.guideId });
    runInAction(() => {
      this.notices = notices;
    });
  }

  toggleMaterial(name: string): void {
    this.checked = this.checked.includes(name) ? this.checked.filter((other) => other !== name) : [...this.checked, name];
    this.#on.checklistCache.save(this.guideId, this.checked);
  }

  toggleSection(section: GuideSection): void {
    this.openSections = this.openSections.includes(section) ? this.openSections.filter((other) => other !== section) : [...this.openSections, section];
  }

  print(): void {
    this.printRequests += 1;
  }

  /** A withdrawn guide must not be offered again from the device. */
  #forgetGuide(): void {
    this.#on.guideCache.remove(this.guideId);
    this.#on.recentGuides.remove(this.guideId);
  }
}
