/** The human page: whose post it is, his letters, and the one he has opened. Nothing of a letter can run. */
export const page = String.raw`<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>邮箱模拟器</title>
<style>
:root{--ink:#1d2129;--soft:#5d6470;--line:#e2e5ea;--brand:#1558b0}
*{box-sizing:border-box}body{margin:0;font:15px/1.5 "PingFang SC","Microsoft YaHei",system-ui,sans-serif;color:var(--ink);background:#f3f4f6}
header{display:flex;gap:16px;align-items:center;flex-wrap:wrap;padding:10px 16px;background:#fff;border-bottom:1px solid var(--line)}h1{font-size:16px;margin:0}
select{font:inherit;padding:6px;border:1px solid var(--line);border-radius:6px;max-width:100%}
main{display:grid;grid-template-columns:320px 1fr;min-height:calc(100vh - 56px)}
nav{background:#fff;border-right:1px solid var(--line)}nav button{display:block;width:100%;text-align:left;border:0;border-bottom:1px solid var(--line);background:none;padding:12px 16px;font:inherit;cursor:pointer}
nav button[aria-current=true]{background:#e8f0fb}nav small{color:var(--soft);display:block}
article{padding:16px}article h2{font-size:18px;margin:0}article p{margin:4px 0;color:var(--soft)}
iframe{width:100%;height:720px;border:1px solid var(--line);border-radius:8px;background:#fff}.files a{display:inline-block;margin:8px 8px 8px 0;padding:6px 12px;border:1px solid var(--line);border-radius:6px;background:#fff;color:var(--brand);text-decoration:none}
@media(max-width:800px){main{grid-template-columns:1fr}nav{border-right:0}}
</style>
<header><h1>邮箱模拟器</h1><label>谁的邮箱 <select id="who"></select></label></header>
<main><nav aria-label="收件箱" id="list"></nav><article id="letter" aria-live="polite"><p>还没有信</p></article></main>
<script>
let letters=[],open=null,mark='';const $=id=>document.getElementById(id);
const el=(tag,text,parent)=>{const e=document.createElement(tag);if(text)e.textContent=text;parent&&parent.append(e);return e};
const mine=()=>letters.filter(l=>l.to.includes($('who').value)).reverse();
function show(letter){open=letter.at;const box=$('letter');box.replaceChildren();el('h2',letter.subject,box);el('p',letter.from+'，写给 '+letter.to.join('、'),box);
 const files=el('div','',box);files.className='files';for(const f of letter.files){const a=el('a',f.name,files);a.href=f.url;a.download=f.name}
 // No script runs in it; its links open a page of their own.
 const frame=el('iframe','',box);frame.title='信';frame.sandbox='allow-popups allow-popups-to-escape-sandbox';frame.srcdoc=letter.html.replace('<head>','<head><base href="'+location.origin+'/" target="_blank">');list()}
function list(){const box=$('list');box.replaceChildren();for(const l of mine()){const b=el('button','',box);el('b',l.subject,b);el('small',l.from,b);b.setAttribute('aria-current',l.at===open);b.onclick=()=>show(l)}}
async function draw(){const state=await fetch('/_control/state').then(r=>r.json());const now=JSON.stringify(state);if(now===mark)return;mark=now;letters=state.letters;
 const who=$('who'),chosen=who.value;const all=[...new Set(letters.flatMap(l=>l.to))];who.replaceChildren();for(const one of all){const o=el('option',one,who);o.value=one}who.value=all.includes(chosen)?chosen:(all[all.length-1]||'');mine().some(l=>l.at===open)||newest();list()}
function newest(){const [first]=mine();if(first)show(first)}
$('who').onchange=()=>{newest();list()};draw();setInterval(draw,1000);
</script></html>`;
