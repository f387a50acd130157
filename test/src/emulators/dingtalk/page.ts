/** The human page: the chats of everybody, roughly as DingTalk shows them. */
export const page = String.raw`<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>钉钉模拟器</title>
<style>
:root{--ink:#171a1d;--soft:#747677;--line:#e4e6e8;--brand:#1677ff}
*{box-sizing:border-box}body{margin:0;font:15px/1.5 "PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:var(--ink);background:#f2f3f5;display:grid;grid-template-columns:220px 1fr 250px;height:100vh}
nav,aside{background:#fff;overflow:auto;padding:12px}nav button{display:block;width:100%;text-align:left;border:0;background:none;padding:10px;border-radius:8px;font:inherit}
nav button[aria-current=true]{background:#e7f1ff;color:var(--brand)}main{overflow:auto;padding:20px}
.card{background:#fff;border-radius:10px;border:1px solid var(--line);max-width:440px;padding:14px;margin:0 0 14px}
.card h3{font-size:16px;margin:2px 0 6px}.card blockquote{margin:4px 0;padding-left:10px;border-left:3px solid var(--line);color:var(--soft)}.card p{margin:4px 0;white-space:pre-wrap;overflow-wrap:anywhere}.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
.row button,.row a,aside button,form button{border:1px solid var(--line);background:#fff;border-radius:8px;padding:7px 14px;font:inherit;color:var(--ink);text-decoration:none;cursor:pointer}
.row a{color:var(--brand)}small{color:var(--soft)}label{display:block;margin:8px 0}select,input{font:inherit;padding:6px;width:100%;border:1px solid var(--line);border-radius:6px}
h1{font-size:16px}aside button{display:block;width:100%;margin:6px 0}
@media(max-width:800px){body{grid-template-columns:1fr;height:auto}#who{display:flex;flex-wrap:wrap}#who button{width:auto;min-height:44px}}
</style>
<nav aria-label="聊天"><h1>钉钉模拟器</h1><div id="who"></div></nav><main id="chat" aria-live="polite"></main>
<aside><h1>故障</h1>
<button data-do='{"do":"kill"}'>断开长连接</button><button data-do='{"do":"disconnect"}'>通知即将断开</button>
<button data-do='{"do":"mute"}'>半开连接</button><button data-do='{"do":"refuse","on":true}'>拒绝连接</button>
<button data-do='{"do":"refuse","on":false}'>恢复连接</button><button data-do='{"do":"frame","text":"not json"}'>发一个坏帧</button>
<label>点按前等待 毫秒<input id="delay" type="number" value="0"></label><label>点按重复 次<input id="times" type="number" value="1"></label>
<form id="say"><label>以这个人对机器人说<input name="text" required></label><button>发送</button></form>
<button data-event="user_add_org">这个人加入企业</button><button data-event="user_leave_org">这个人离开企业</button>
<div id="forms"></div><p><small id="facts"></small></p></aside>
<script>
let who=null,last='';const $=id=>document.getElementById(id);
const post=(path,body)=>fetch(path,{method:'POST',body:JSON.stringify(body)}).then(r=>r.json());
const el=(tag,text,parent)=>{const e=document.createElement(tag);if(text)e.textContent=text;parent&&parent.append(e);return e};
async function press(outTrackId,more){document.activeElement.blur();await post('/_control/press',{user:who.startsWith('cid')?'mgr01':who,outTrackId,times:+$('times').value,delay:+$('delay').value,...more});last='';await draw()}
function card(item,shown,into){const box=el('section','',into);box.className='card';(shown.texts||[]).forEach((t,i)=>{if(i>1){markdown(t,box);return}const p=el(i?'h3':'small',t,box)});
 if(shown.form){const f=el('form','',box);for(const field of shown.form.fields){const l=el('label',field.label,f);const input=el(field.type==='SELECT'?'select':'input','',l);input.name=field.name;input.required=field.required;if(field.options)el('option',field.placeholder||'请选择',input).value='';(field.options||[]).forEach(o=>{const op=el('option',o.text,input);op.value=o.value})}
  const b=el('button',shown.form.submit||'提交',f);f.onsubmit=e=>{e.preventDefault();press(item.outTrackId,{form:Object.fromEntries(new FormData(f))})}}
 const row=el('div','',box);row.className='row';for(const b of shown.buttons||[]){if(b.url){const a=el('a',b.label,row);a.href=decodeURIComponent((b.url.match(/url=([^&]+)/)||[])[1]||b.url);a.target='_blank'}else{const x=el('button',b.label,row);x.onclick=()=>press(item.outTrackId,{button:b.label})}}}
function plain(item,into){const box=el('section','',into);box.className='card';if(item.kind==='said'){el('p',item.content,box);return}
 const c=item.content.msgParam?JSON.parse(item.content.msgParam):(item.content.action_card||{});
 if(c.photoURL){const img=el('img','',box);img.style.maxWidth='100%';img.alt='图片';fetch('/_control/picture?id='+encodeURIComponent(c.photoURL)).then(r=>r.text()).then(t=>img.src=t)}
 markdown(c.text||c.markdown,box);const row=el('div','',box);row.className='row';
 for(let i=0;i<6;i++){const t=i?c['actionTitle'+i]:c.singleTitle||c.single_title,u=i?c['actionURL'+i]:c.singleURL||c.single_url;if(t&&u){const a=el('a',t,row);a.href=decodeURIComponent((u.match(/url=([^&]+)/)||[])[1]||u);a.target='_blank'}}
 el('small',item.kind==='robot'?'机器人消息':'工作通知',box)}
// As much markdown as cards use; everything is text, nothing is taken as HTML.
const plainText=t=>t.replaceAll('&lt;','<').replaceAll('&gt;','>').replace(/\\([\\\`*_\[\]#~|+.)-])/g,'$1');
function markdown(text,into){for(const line of String(text||'').split('\n')){if(!line)continue;const kind=line.startsWith('### ')?'h3':line.startsWith('> ')?'blockquote':'p';const p=el(kind,'',into);
 line.replace(/^(### |> )/,'').split(/(?<!\\)\*\*/).forEach((part,i)=>el(i%2?'b':'span',plainText(part),p))}}
let busy=Promise.resolve();const draw=()=>busy=busy.then(render).catch(()=>{});
async function render(){const s=await fetch('/_control/state').then(r=>r.json());const ids=[...s.users.map(u=>[u.userid,u.name]),...Object.keys(s.chats).filter(k=>k.startsWith('cid')).map(k=>[k,'群 '+k])];who=who||ids[0][0];
 $('facts').textContent='长连接 '+s.stream.serving+'，本月调用 '+s.monthly.used+'，令牌 '+s.tokensIssued;
 const mark=JSON.stringify([who,s.cards,s.chats,ids,s.forms]);if(mark===last||document.activeElement.form)return;last=mark;approvals(s.forms);
 $('who').replaceChildren();for(const [id,name] of ids){const b=el('button',name+' '+((s.chats[id]||[]).length||''),$('who'));b.setAttribute('aria-current',id===who);b.onclick=()=>{who=id;last='';draw()}}
 const box=document.createElement('div');for(const item of s.chats[who]||[]){if(item.kind==='card'){card(item,await fetch('/_control/card?outTrackId='+encodeURIComponent(item.outTrackId)+'&user='+encodeURIComponent(who)).then(r=>r.json()),box)}else plain(item,box)}
 if(!box.children.length)el('p','还没有消息',box);$('chat').replaceChildren(box)}
document.querySelectorAll('[data-do]').forEach(b=>b.onclick=()=>post('/_control/sockets',JSON.parse(b.dataset.do)).then(draw));
document.querySelectorAll('[data-event]').forEach(b=>b.onclick=()=>post('/_control/event',{eventType:b.dataset.event,data:{timeStamp:String(Date.now()),userId:[who]}}));
$('say').onsubmit=e=>{e.preventDefault();const group=who.startsWith('cid')?who:'';post('/_control/say',{user:group?'mgr01':who,text:e.target.text.value,group});e.target.reset();document.activeElement.blur()};
function approvals(forms){const box=$('forms');box.replaceChildren();for(const f of forms.filter(f=>f.status==='RUNNING')){el('p','审批 '+f.processCode,box);for(const [act,name] of [['agree','同意'],['refuse','拒绝'],['terminate','撤回']]){el('button',name,box).onclick=()=>post('/_control/form',{id:f.id,act}).then(draw)}}}
draw();setInterval(draw,1000);
</script></html>`;
