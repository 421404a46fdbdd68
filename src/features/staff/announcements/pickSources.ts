import type { ServiceGuidesApi } from '../../../api/serviceGuidesApi';
import type { SiteApi } from '../../../api/siteApi';
import type { AnnouncementsApi } from './announcementsApi';
import type { Choice, PickSource } from './PickStore';

/** A list that fits on the device: fetched once, searched here. */
const fromList = (load: () => Promise<Choice[]>): PickSource => {
  let list: Promise<Choice[]> | null = null;
  const all = (): Promise<Choice[]> => {
    list ??= load().catch((thrown: unknown) => {
      list = null;
      throw thrown;
    });
    return list;
  };
  return {
    search: async (words) => (await all()).filter(({ name }) => name.includes(words)),
    nameOf: async (id) => (await all()).find((each) => each.id === id)?.name ?? null,
  };
};

export const topicSource = (api: SiteApi): PickSource => fromList(async () => (await api.listTopics()).items.map(({ code, name }) => ({ id: code, name })));

export const officeSource = (api: SiteApi): PickSource => fromList(async () => (await api.listOffices()).items.map(({ code, name, address }) => ({ id: code, name, note: address })));

export const guideSource = (api: ServiceGuidesApi): PickSource => ({
  search: async (words) => (words === '' ? [] : (await api.searchServiceGuides({ query: words })).items.map(({ guide }) => ({ id: guide.id, name: guide.name, note: guide.department.name }))),
  nameOf: async (id) => (await api.readServiceGuide(id)).content.name,
});

/** Anybody's policy documents: a department also explains what the county has issued. */
export const policySource = (api: AnnouncementsApi): PickSource => ({
  search: async (words) => (await api.findPolicyDocuments(words)).items.map(({ id, title, department }) => ({ id, name: title, note: department.name })),
  nameOf: async (id) => (await api.readPublicAnnouncement(id)).content.title,
});
