/* global document */
// The overview's script. Whatever came from outside is set as text, never as HTML.
'use strict';

/** New text messages are looked for this often. */
const pollMilliseconds = 3000;
const notice = document.getElementById('notice');

async function call(method, path, body) {
  const options = body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const reply = await fetch(path, options);
  const answer = await reply.json();
  if (!reply.ok) throw new Error(answer.message);
  return answer;
}

function say(text) {
  notice.textContent = text;
}

/** Runs what a click asked for, and says what became of it. */
async function act(work, done) {
  try {
    await work();
    say(done);
  } catch (error) {
    say(`没有成功：${error.message}`);
  }
}

function createElement(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function createRow(...children) {
  const row = createElement('li', 'row', '');
  row.append(...children);
  return row;
}

function valuesOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}

let shownSms = '[]';

async function showSms() {
  const messages = await call('GET', '/sandbox/sms');
  const seen = JSON.stringify(messages);
  // Unchanged rows are left alone, or a screen reader would read them out again.
  if (seen === shownSms) return;
  shownSms = seen;
  const rows = messages.map((message) =>
    createRow(createElement('strong', '', message.phoneNumber), createElement('span', '', message.text), createElement('span', 'secondary', new Date(message.receivedAt).toLocaleString('zh-CN'))),
  );
  document.getElementById('sms-list').replaceChildren(...rows);
}

function describeFault(fault) {
  const parts = [];
  if (fault.delayMs !== undefined) parts.push(`延迟 ${fault.delayMs} 毫秒`);
  if (fault.dropConnection) parts.push('断开连接');
  if (fault.errcode !== undefined) parts.push(`错误码 ${fault.errcode}`);
  if (fault.httpStatus !== undefined) parts.push(`HTTP ${fault.httpStatus}`);
  if (fault.times !== undefined) parts.push(`还有 ${fault.times} 次`);
  return parts.join('，');
}

function showFaults(faults) {
  const rows = faults.map((fault) => {
    const button = createElement('button', 'plain', '关闭');
    button.type = 'button';
    button.setAttribute('aria-label', `关闭 ${fault.path} 的故障`);
    button.addEventListener('click', () => act(async () => showFaults(await call('DELETE', `/sandbox/faults?path=${encodeURIComponent(fault.path)}`)), '故障已关闭。'));
    return createRow(createElement('strong', '', fault.path), createElement('span', 'secondary', describeFault(fault)), button);
  });
  document.getElementById('fault-list').replaceChildren(...rows);
}

function showPushResult(result) {
  const element = document.getElementById('push-result');
  element.hidden = false;
  element.textContent = JSON.stringify(result, null, 2);
}

function onSubmit(id, handle) {
  document.getElementById(id).addEventListener('submit', (event) => {
    event.preventDefault();
    void handle(event.currentTarget);
  });
}

onSubmit('fault-form', (form) => {
  const values = valuesOf(form);
  const fault = { path: values.path };
  for (const name of ['errcode', 'httpStatus', 'delayMs', 'times']) if (name in values) fault[name] = Number(values[name]);
  if ('dropConnection' in values) fault.dropConnection = true;
  return act(async () => showFaults(await call('POST', '/sandbox/faults', fault)), '故障已打开。');
});

onSubmit('push-form', (form) => {
  const push = valuesOf(form);
  if (push.kind !== 'text') delete push.text;
  say('正在推送，最多等三次答复。');
  return act(async () => showPushResult(await call('POST', '/sandbox/pushes', push)), '推送结束，结果在下方。');
});

document.getElementById('url-check').addEventListener('click', () => {
  const { account } = valuesOf(document.getElementById('push-form'));
  void act(async () => showPushResult(await call('POST', '/sandbox/url-check', { account })), '检查结束，结果在下方。');
});

onSubmit('settings-form', (form) => {
  const citizenId = new FormData(form).get('acceptForeignCodes');
  return act(() => call('PUT', '/sandbox/settings', { acceptForeignCodes: citizenId === '' ? null : citizenId }), '设置已保存。');
});

async function refresh() {
  try {
    await showSms();
  } catch {
    say('模拟器没有答复，可能已经停止。');
  }
  setTimeout(refresh, pollMilliseconds);
}

void refresh();
void act(async () => showFaults(await call('GET', '/sandbox/faults')), '');
