import type { Engine } from '@zhiyu/contracts/staff';

export interface SignInLink {
  who: string;
  url: string;
}

export interface WelcomeFacts {
  url: string;
  dataDir: string;
  links: SignInLink[];
  engines: Engine[];
  qr: string;
}

/** Columns a text takes in a terminal: Chinese letters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - widthOf(text)));
}

function engineLine(engine: Engine): string {
  const state = engine.on ? '开 on ' : '缺 off';
  const how = engine.how ? `  → ${engine.how}` : '';
  return `  ${pad(engine.name, 14)}${state}   ${engine.meaning}${how}`;
}

/** What the terminal says when the server listens. */
export function welcome(facts: WelcomeFacts): string {
  const links = facts.links.map((link) => `  ${pad(link.who, 14)}${link.url}`);
  const first = facts.links.length > 0 ? ['', '登录链接 (one-time sign-in links)', ...links] : [];
  const empty =
    facts.links.length === 0
      ? ['', '第一位管理员 first administrator:  npm run -s zhiyu -- admin create']
      : [];
  return [
    '',
    `知遇 Zhiyu   ${facts.url}`,
    ...(facts.qr ? ['', facts.qr.trimEnd()] : []),
    ...first,
    ...empty,
    '',
    `数据 data      ${facts.dataDir}`,
    '',
    '引擎 engines',
    ...facts.engines.map(engineLine),
    '',
    '停止 stop: Ctrl-C',
    '',
    '',
  ].join('\n');
}
