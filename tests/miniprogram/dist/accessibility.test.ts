import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../../src/paths';
import { allPages, distFolder, readAppConfig } from '../../support/miniprogramDist';
import type { Phone } from '../../support/miniprogramPhone';
import { pagesOf, signIn } from '../../support/miniprogramPages';
import type { PageNode } from '../../support/miniprogramPage';
import { PhoneTown } from '../../support/miniprogramTown';

let town: PhoneTown;
beforeAll(async () => {
  town = await PhoneTown.open();
});
afterAll(() => town.close());

/** What a screen reader in WeChat would not know of this element. */
function lacking({ tag, text, events, attributes, isBarrier }: PageNode): string[] {
  const needed = (...names: string[]) => names.filter((name) => !attributes.has(name));
  switch (tag) {
    case 'wx-button':
      return attributes.has('aria-label') || text !== '' ? [] : ['aria-label'];
    case 'wx-input':
    case 'wx-textarea':
      return needed('aria-label');
    case 'wx-picker':
      return needed('aria-role', 'aria-label');
    // Read out as text; its template always listens.
    case 'wx-rich-text':
      return [];
    case 'wx-image':
      return attributes.has('aria-hidden') ? [] : needed('aria-label');
    default:
      return events.has('tap') && !isBarrier ? needed('aria-role', 'aria-label') : [];
  }
}

const unlabelled = ({ page }: Phone): string[] => page.nodes.flatMap((node) => lacking(node).map((name) => `${page.path}: ${node.tag} “${node.text}” lacks ${name}`));

/** Opens whatever says that it is closed, each once: of some lists only one row is open at a time. Rows of one name count as one. */
async function unfold(phone: Phone): Promise<void> {
  const opened = new Set<string>();
  for (;;) {
    const names = phone.page.nodes.filter(({ events }) => events.has('tap')).map(({ attributes, text }) => attributes.get('aria-label') ?? text);
    const isOne = (name: string): boolean => names.filter((each) => each === name).length === 1;
    const closed = phone.page.nodes
      .filter(({ attributes }) => attributes.get('aria-expanded') === 'false')
      .map(({ attributes, text }) => attributes.get('aria-label') ?? text)
      .find((name) => !opened.has(name) && isOne(name));
    if (closed === undefined) return;
    opened.add(closed);
    await phone.tap(closed);
  }
}

test('an element that can be tapped without saying what it is gets noticed', () => {
  const mute: PageNode = { tag: 'wx-view', id: '1', text: '重试', events: new Set(['tap']), attributes: new Map(), isBarrier: false };
  expect(lacking(mute)).toEqual(['aria-role', 'aria-label']);
  expect(lacking({ ...mute, attributes: new Map([['aria-role', 'button'], ['aria-label', '重试']]) })).toEqual([]);
});

test('the templates pass the attributes of accessibility on', () => {
  const templates = readFileSync(join(distFolder, 'base.wxml'), 'utf8');
  const names = ['aria-role', 'aria-label', 'aria-hidden', 'aria-checked', 'aria-disabled', 'aria-expanded', 'aria-selected'];
  for (const name of names) expect(templates).toContain(`${name}="{{`);
});

test.each([
  ['a visitor', undefined],
  ['a citizen who is signed in', 'grandmother'],
  ['an editor', 'government_editor'],
  ['an auditor', 'auditor'],
])('for %s, everything that can be tapped says what it is and does', async (_who, citizenId) => {
  const phone = town.phone(citizenId ?? 'grandmother');
  if (citizenId !== undefined) await signIn(phone);
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { url } of await pagesOf(town)) {
    await phone.start(url);
    await unfold(phone);
    seen.add(phone.page.path);
    problems.push(...unlabelled(phone));
  }
  expect(problems).toEqual([]);
  expect([...seen].sort()).toEqual(allPages(readAppConfig()).sort());
}, 240_000);

test('the privacy sheet is a dialog with a name, and its buttons have theirs', async () => {
  const phone = town.phone();
  await phone.start(paths.my);
  await phone.tap('微信登录');
  const sheet = phone.page.nodes.find(({ attributes }) => attributes.get('aria-role') === 'dialog');
  expect(sheet?.attributes.get('aria-label')).toBe('隐私保护说明');
  expect(unlabelled(phone)).toEqual([]);
});

test('what is ticked, chosen, open or switched on says so, and says so again when it changes', async () => {
  const phone = town.phone();
  const state = (label: string, name: string) => phone.page.tappable(label).attributes.get(name);
  await phone.start(paths.guide((await town.guideNamed('居民身份证补领')).id));
  const material = phone.page.nodes.find(({ attributes }) => attributes.get('aria-role') === 'checkbox')?.attributes.get('aria-label') ?? '';
  expect(state(material, 'aria-checked')).toBe('false');
  await phone.tap(material);
  expect(state(material, 'aria-checked')).toBe('true');
  expect(state('受理条件', 'aria-expanded')).toBe('false');
  await phone.tap('受理条件');
  expect(state('受理条件', 'aria-expanded')).toBe('true');

  await phone.start(paths.serviceGuides);
  expect(state('按部门', 'aria-selected')).toBe('false');
  await phone.tap('按部门');
  expect(state('按部门', 'aria-selected')).toBe('true');
  expect(state('按主题', 'aria-selected')).toBe('false');
});
