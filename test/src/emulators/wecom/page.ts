import { offeredKeys } from './api.message.js';
import { faultsHtml, faultsScript, faultsStyle } from './page.faults.js';
import { type Fields, fields, list, text } from './wire.js';
import type { Customer, Shown, World } from './world.js';

const escape = (words: string) =>
  words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replaceAll('\n', '<br>');
const html = (value: unknown) => escape(text(value));
const attribute = (value: unknown) => escape(JSON.stringify(value));

const style = `
body{margin:0;font:14px/22px system-ui,"PingFang SC","Microsoft YaHei",sans-serif;background:#ededed;color:#1a1a1a}
header{padding:12px 20px;background:#fff;border-bottom:1px solid #ddd}a{color:#2e5aa8}header a{margin-right:14px}.title a{color:inherit;text-decoration:none}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(360px,100%),1fr));gap:20px;padding:20px}
section{background:#f5f5f5;border:1px solid #ddd;border-radius:8px;overflow:hidden}
h2{margin:0;padding:10px 14px;font-size:15px;background:#fff;border-bottom:1px solid #e5e5e5}
.chat{padding:14px;display:flex;flex-direction:column;gap:12px;min-height:60px}
.card{background:#fff;border-radius:8px;padding:12px 14px;max-width:320px}
.card.off{opacity:.5}.source{color:#888;font-size:12px}.title{font-weight:600;font-size:16px}
.row{display:flex;gap:10px}.row span:first-child{color:#888;min-width:80px}.sub{color:#555;white-space:normal}
.me{align-self:flex-end;background:#a0e75a;border-radius:8px;padding:8px 12px;max-width:280px}
.it{align-self:flex-start;background:#fff;border-radius:8px;padding:8px 12px;max-width:300px}
button,select{font:inherit;margin:6px 6px 0 0;padding:5px 12px;min-height:36px;border:1px solid #ccc;border-radius:6px;background:#fff;cursor:pointer}
.grey{margin-top:8px;text-align:center;background:#f0f0f0;color:#888;border-radius:6px;padding:6px}
.chat:empty::after{content:"还没有消息";color:#767676}
${faultsStyle}
.who{padding:2px 16px}form{padding:0 14px 14px;display:flex;gap:8px}input{flex:1;font:inherit;padding:6px 10px;border:1px solid #ccc;border-radius:6px}
`;

const script = `
async function order(name, body){await fetch('/_control/'+name,{method:'POST',body:JSON.stringify(body)});location.reload()}
document.addEventListener('click',(e)=>{const b=e.target.closest('button[data-order]');if(!b)return;
const body=JSON.parse(b.dataset.body);const card=b.closest('.card');const chosen={};
card&&card.querySelectorAll('[data-question]').forEach((s)=>{chosen[s.dataset.question]=s.type==='radio'?(s.checked?[s.value]:(chosen[s.dataset.question]||[])):[s.value]});
if(Object.keys(chosen).length)body.selected=chosen;const name=b.dataset.order;
(name==='press'?pressed(body):Promise.resolve(body)).then((all)=>order(name,all))});
document.addEventListener('submit',(e)=>{e.preventDefault();const f=e.target;order(f.dataset.order,{...JSON.parse(f.dataset.body),[f.dataset.field]:f.elements[0].value})});
// What arrives is shown; nobody is disturbed who is writing or choosing.
const busy=()=>document.activeElement.matches('input,select')||[...document.querySelectorAll('main select,main form input,main [type=radio]')].some((one)=>one.tagName==='SELECT'?one.selectedIndex>0:one.type==='radio'?one.checked:one.value);
setInterval(async()=>{const page=await (await fetch('/')).text();const now=new DOMParser().parseFromString(page,'text/html').querySelector('main').innerHTML;
const main=document.querySelector('main');if(main.innerHTML!==now&&!busy())main.innerHTML=now},1500);
`;

function buttonHtml(words: string, order: string, body: Fields): string {
  return `<button data-order="${order}" data-body="${attribute(body)}">${escape(words)}</button>`;
}

function selectHtml(selection: Fields): string {
  const options = list(selection.option_list).map(
    (one) => `<option value="${html(one.id)}">${html(one.text)}</option>`,
  );
  return `<label>${html(selection.title)} <select data-question="${html(selection.question_key)}">${options.join('')}</select></label>`;
}

function choicesHtml(card: Fields): string {
  const box = fields(card.checkbox);
  const question = html(box.question_key);
  const radios = list(box.option_list).map(
    (one) =>
      `<label><input type="radio" name="${html(card.task_id)}" data-question="${question}" value="${html(one.id)}"> ${html(one.text)}</label><br>`,
  );
  const selects = list(card.select_list).map(selectHtml);
  const selection =
    card.button_selection === undefined ? '' : selectHtml(fields(card.button_selection));
  return `${radios.join('')}${selects.join('<br>')}${selection}`;
}

function buttonsHtml(shown: Shown): string {
  if (shown.greyed !== '') {
    return `<div class="grey">${escape(shown.greyed)}</div>`;
  }
  const open = offeredKeys(shown);
  const press = (key: string) => ({ user: shown.user, taskId: shown.taskId, key });
  const submit = fields(shown.body.submit_button);
  const buttons = list(shown.body.button_list).map((one) =>
    one.type === 1
      ? `<a href="${html(one.url)}"><button>${html(one.text)}</button></a>`
      : buttonHtml(text(one.text), 'press', press(text(one.key))),
  );
  const last = open.includes(text(submit.key))
    ? buttonHtml(text(submit.text), 'press', press(text(submit.key)))
    : '';
  return `${choicesHtml(shown.body)}<div>${buttons.join('')}${last}</div>`;
}

function rowsHtml(card: Fields): string {
  const rows = list(card.horizontal_content_list).map(
    (row) =>
      `<div class="row"><span>${html(row.keyname)}</span><span>${html(row.value)}</span></div>`,
  );
  const jumps = list(card.jump_list).map(
    (jump) => `<div><a href="${html(jump.url)}">${html(jump.title)}</a></div>`,
  );
  return [...rows, ...jumps].join('');
}

const pictureHtml = (base64: string) =>
  `<img alt="图片" style="max-width:320px;border-radius:8px" src="data:image/png;base64,${escape(base64)}">`;

function messageHtml(shown: Shown, world: World): string {
  const { body, msgtype, recalled } = shown;
  if (recalled) {
    return '<div class="source">应用撤回了一条消息</div>';
  }
  if (msgtype === 'image') {
    return pictureHtml(world.pictures.get(text(body.media_id))?.toString('base64') ?? '');
  }
  if (msgtype !== 'template_card') {
    const words = text(body.content) || `${text(body.title)}\n${text(body.description)}`;
    return `<div class="it">${escape(words)}</div>`;
  }
  const title = fields(body.main_title);
  const link = text(fields(body.card_action).url);
  return `<div class="card" data-task="${html(shown.taskId)}">
<div class="source">${html(fields(body.source).desc)}</div>
<div class="title"><a href="${html(link)}">${html(title.title)}</a></div><div>${html(title.desc)}</div>
<div class="sub">${html(body.sub_title_text)}</div>${rowsHtml(body)}${buttonsHtml(shown)}</div>`;
}

function menuHtml(customer: Customer, menu: Fields): string {
  const items = list(menu.list).map((item) => {
    const click = fields(item.click);
    const view = fields(item.view);
    const said = { user: customer.id, text: text(click.content), menuId: text(click.id) };
    return item.type === 'click'
      ? buttonHtml(text(click.content), 'kf-say', said)
      : `<a href="${html(view.url)}">${html(view.content)}</a>`;
  });
  return `<div class="it">${html(menu.head_content)}<br>${items.join('<br>')}<br>${html(menu.tail_content)}</div>`;
}

function customerHtml(customer: Customer): string {
  const lines = customer.chat.map(({ from, body }) => {
    const words = `<div class="${from === 'user' ? 'me' : 'it'}">${html(fields(body.text).content)}</div>`;
    return body.msgtype === 'msgmenu' ? menuHtml(customer, fields(body.msgmenu)) : words;
  });
  const say = `<form data-order="kf-say" data-field="text" data-body="${attribute({ user: customer.id })}"><input placeholder="说点什么"><button>发送</button></form>`;
  const link = `<form data-order="kf-enter" data-field="url" data-body="${attribute({ user: customer.id })}"><input placeholder="微信客服链接"><button>打开</button></form>`;
  return `<section id="${html(customer.id)}" data-customer="${html(customer.id)}"><h2>微信 · ${html(customer.name)} <small>还能收 ${customer.lastSaidAt === 0 ? 0 : Math.max(0, 5 - customer.sentSince)} 条</small></h2><div class="chat">${lines.join('')}</div>${link}${say}</section>`;
}

/** The chats as people see them: members on the app's side, candidates on WeChat's; every button presses as that person. */
export function chatPage(world: World): string {
  const members = [...world.users.values()].filter((one) => one.visible && one.licensed);
  const chats = members.map((one) => {
    const mine = world.shown.filter(({ user }) => user === one.userid.toLowerCase());
    return `<section data-user="${html(one.userid)}"><h2>企业微信 · ${html(one.name)}（${html(one.userid)}）</h2><div class="chat">${mine.map((shown) => messageHtml(shown, world)).join('')}</div></section>`;
  });
  const group = world.robot.map(({ body }) => {
    if (body.msgtype === 'image') {
      return pictureHtml(text(fields(body.image).base64));
    }
    const card = fields(body.template_card);
    return `<div class="card"><div class="title">${html(fields(card.main_title).title)}</div><div class="sub">${html(card.sub_title_text)}</div>${rowsHtml(card)}</div>`;
  });
  const customers = [...world.customers.values()].map(customerHtml);
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>企业微信（仿真）</title><base target="_blank"><style>${style}</style>
<header><b>企业微信（仿真）</b> 每个人看到的聊天；按钮就是此人点按。 <a href="/_control/state">状态</a> 回调：${html(world.app.callbackUrl) || '未设置'}${world.app.verified ? '，已验证' : ''}</header>
${faultsHtml}
<main>${chats.join('')}<section><h2>招聘群 · 群机器人</h2><div class="chat">${group.join('')}</div></section>${customers.join('')}</main><script>${faultsScript}${script}</script></html>`;
}

/** Who signs in, where the emulator was told to ask: the phone that would scan the code. */
export function signInPage(world: World, url: URL): string {
  const links = [...world.users.values()].map(({ userid, name }) => {
    const as = new URL(url);
    as.searchParams.set('as', userid);
    return `<p><a href="${html(as.pathname + as.search)}">${html(name)}（${html(userid)}）</a></p>`;
  });
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>企业微信登录（仿真）</title><style>${style}</style><header><b>用谁的企业微信登录？</b></header><main><section class="who">${links.join('')}</section></main></html>`;
}
