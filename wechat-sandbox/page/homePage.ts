import type { Account } from '../accounts';
import type { DemoCitizen } from '../demoCitizens';
import type { SandboxState } from '../state';
import { escapeHtml, layOutPage } from './html';

/** The overview for people: who there is, what arrived, and what can be switched. */
export function homePage(state: SandboxState, faultPaths: readonly string[]): string {
  const withCallback = state.accounts.filter((account) => account.callback !== undefined);
  return layOutPage(
    '微信模拟器',
    `<p>代替微信服务器和短信网关，只用于演示和开发。下面的人物和号码都是虚构的，重启后一切从头开始。</p>
<p id="notice" class="notice" role="status"></p>
${section('citizens', '可以登录的人', `<ul class="list card">${state.citizens.map(citizenRow).join('')}</ul>`)}
${section('sms', '短信收件箱', '<ul id="sms-list" class="list card" aria-live="polite"><li class="row secondary">还没有短信</li></ul>')}
${section('faults', '故障开关', `${faultForm(faultPaths)}<ul id="fault-list" class="list card" aria-live="polite"></ul>`)}
${section('pushes', '消息推送', pushForm(withCallback, state.citizens))}
${section('foreign-codes', '微信开发者工具的登录凭证', foreignCodeForm(state))}`,
    '/sandbox/home.js',
  );
}

function section(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}

function citizenRow(citizen: DemoCitizen): string {
  return `<li class="row"><strong>${escapeHtml(citizen.name)}</strong>
<span class="secondary">${escapeHtml(citizen.description)}</span>
<span class="secondary">手机号 ${escapeHtml(citizen.phoneNumber)}，编号 <code>${escapeHtml(citizen.id)}</code></span></li>`;
}

function faultForm(paths: readonly string[]): string {
  return `<form id="fault-form" class="card">
${field('path', '接口', `<select id="path" name="path">${paths.map((path) => option(path, path)).join('')}</select>`)}
${field('errcode', '微信错误码，例如 -1 或 45011', '<input id="errcode" name="errcode" type="number" step="1">')}
${field('httpStatus', 'HTTP 状态码，400 至 599', '<input id="httpStatus" name="httpStatus" type="number" min="400" max="599" step="1">')}
${field('delayMs', '延迟多少毫秒', '<input id="delayMs" name="delayMs" type="number" min="0" max="120000" step="1">')}
${field('times', '只影响几次，不填则一直有效', '<input id="times" name="times" type="number" min="1" step="1">')}
<label class="check"><input name="dropConnection" type="checkbox"> 直接断开连接</label>
<button type="submit">打开故障</button></form>`;
}

function pushForm(accounts: readonly Account[], citizens: readonly DemoCitizen[]): string {
  const accountOptions = accounts.map((account) => option(account.key, account.name)).reverse();
  return `<form id="push-form" class="card">
${field('account', '账号', `<select id="account" name="account">${accountOptions.join('')}</select>`)}
${field('kind', '事件', `<select id="kind" name="kind">${option('text', '发来一条文字')}${option('subscribe', '关注公众号')}${option('unsubscribe', '取消关注')}</select>`)}
${field('citizenId', '谁', `<select id="citizenId" name="citizenId">${citizens.map((citizen) => option(citizen.id, citizen.name)).join('')}</select>`)}
${field('text', '文字内容', '<input id="text" name="text" maxlength="600" value="你好">')}
${field('mode', '加密方式', `<select id="mode" name="mode">${option('aes', '安全模式')}${option('plain', '明文模式')}</select>`)}
<button type="submit">推送</button>
<button type="button" id="url-check" class="plain">检查推送地址</button>
<pre id="push-result" tabindex="0" aria-live="polite" aria-label="推送结果" hidden></pre></form>`;
}

function foreignCodeForm(state: SandboxState): string {
  const options = state.citizens.map((citizen) => option(citizen.id, `当作 ${citizen.name}`, state.acceptForeignCodes === citizen.id));
  return `<form id="settings-form" class="card">
<p>用测试号在开发者工具里登录时，凭证由真正的微信签发，模拟器不认识。可以选一个人，把不认识的凭证都当作这个人的。</p>
${field('acceptForeignCodes', '不认识的登录凭证', `<select id="acceptForeignCodes" name="acceptForeignCodes">${option('', '拒绝（与微信一致）', state.acceptForeignCodes === null)}${options.join('')}</select>`)}
<button type="submit">保存</button></form>`;
}

function field(id: string, label: string, control: string): string {
  return `<p class="field"><label for="${id}">${label}</label>${control}</p>`;
}

function option(value: string, label: string, isSelected = false): string {
  return `<option value="${escapeHtml(value)}"${isSelected ? ' selected' : ''}>${escapeHtml(label)}</option>`;
}
