/** What a person at the page may let go wrong; each button is one order of the control interface. */
const faults: readonly [label: string, order: string, body: object][] = [
  ['接口忙一次', 'fault', { kind: 'busy' }],
  ['太频繁一次', 'fault', { kind: 'rate' }],
  ['502 一次', 'fault', { kind: 'gateway' }],
  ['慢 5 秒一次', 'fault', { kind: 'slow', ms: 5_000 }],
  ['断开一次', 'fault', { kind: 'reset' }],
  ['做了但回答丢了，一次', 'fault', { kind: 'lost' }],
  ['断开一分钟里的 20 次', 'fault', { kind: 'reset', times: 20 }],
  ['令牌作废', 'revoke-tokens', {}],
  ['不认服务器的 IP', 'setup', { trustedIp: false }],
  ['又认了', 'setup', { trustedIp: true }],
  ['断开智能机器人的连接', 'bot-cut', {}],
  ['别处占走智能机器人', 'bot-kick', {}],
];

const escape = (words: string) => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const buttons = faults.map(
  ([label, order, body]) =>
    `<button data-fault="${order}" data-body="${escape(JSON.stringify(body))}">${label}</button>`,
);

/** Beside the chats: faults on demand, and how the next presses are delivered. */
export const faultsHtml = `<details id="faults"><summary>故障</summary>
<p>下一次点按：<label>先等 <input id="delay" type="number" min="0" value="0"> 毫秒</label>
<label>再重推 <input id="again" type="number" min="0" max="5" value="0"> 次</label>
<label>改坏 <select id="tampering"><option value="">不改</option><option value="signature">签名</option><option value="receiver">接收方</option><option value="padding">填充</option></select></label></p>
<p>${buttons.join('')}</p><p id="done" role="status"></p></details>`;

export const faultsStyle = `details{background:#fff;border-bottom:1px solid #ddd;padding:0 20px}summary{cursor:pointer;line-height:44px}
details label{display:inline-flex;align-items:center;gap:6px;margin:0 14px 6px 0}details input{flex:none;width:90px}`;

/** `pressed(body)` says how a press is delivered; kept over the reload that follows it. */
export const faultsScript = `
const field=(id)=>document.getElementById(id);
for(const id of ['delay','again','tampering']){field(id).value=sessionStorage.getItem(id)||field(id).value;field(id).addEventListener('change',()=>sessionStorage.setItem(id,field(id).value))}
field('faults').open=sessionStorage.getItem('faults')==='true';field('faults').addEventListener('toggle',()=>sessionStorage.setItem('faults',field('faults').open));
async function pressed(body){await new Promise((done)=>setTimeout(done,Number(field('delay').value)));return{...body,again:Number(field('again').value),...(field('tampering').value?{tampering:field('tampering').value}:{})}}
document.addEventListener('click',async(e)=>{const b=e.target.closest('button[data-fault]');if(!b)return;
await fetch('/_control/'+b.dataset.fault,{method:'POST',body:b.dataset.body});field('done').textContent=b.textContent+'：好了'});
`;
