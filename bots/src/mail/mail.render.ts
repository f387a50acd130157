import type { Card, CardBlock } from '@zhiyu/contracts/card';
import type { Brand } from '../channel.js';
import { blockLine, cardWords, scoreLine, wideSpace } from '../card-words.js';
import { asText } from '../degrade.js';
import { subjectOf } from '../subject-words.js';
import { darkStyles, escaped, line, look, row, scoreBar, table } from './mail.html.js';
import { mailWords } from './mail.words.js';

/** What the HTML calls the attached logo. */
export const logoId = 'logo@zhiyu';

const glyphs = {
  pass: { sign: '●', colour: 'accent' },
  hold: { sign: '◐', colour: 'hold' },
  reject: { sign: '○', colour: 'reject' },
  warn: { sign: '△', colour: 'warn' },
  unknown: { sign: '?', colour: 'ink3' },
} as const;

const body = 'font-size:16px;line-height:26px';
const small = 'font-size:13px;line-height:20px';

function scoreRow(block: Extract<CardBlock, { type: 'score' }>, card: Card): string {
  const fill =
    block.verdict === 'crosses' ? 'hold' : block.verdict === 'below' ? 'reject' : 'accent';
  const bar = scoreBar(block.value, block.requirement, fill);
  return line(scoreLine(block, card.locale), 'ink', small) + bar;
}

function blockRow(block: CardBlock, card: Card): string {
  switch (block.type) {
    case 'text':
      return line(block.text, 'ink', body);
    case 'fact': {
      const label = `<span ${look({ text: 'ink3' })}>${escaped(block.label)}</span>`;
      return `<p ${look({ text: 'ink', more: `margin:0;${body}` })}>${label}&nbsp;&nbsp;${escaped(block.value)}</p>`;
    }
    case 'score':
      return scoreRow(block, card);
    case 'chart':
      return line(blockLine(block, card.locale), 'ink', body);
    case 'quote': {
      const words = escaped(blockLine({ ...block, note: '' }, card.locale));
      const note = `<br><span style="${small}">${escaped(block.note)}</span>`;
      const more = `margin:0;padding:10px 14px;border-left:3px solid #a87a00;${body}`;
      return `<p ${look({ text: 'ink', ground: 'evidence', more })}>${words}${block.note === '' ? '' : note}</p>`;
    }
    case 'record': {
      const { sign, colour } = glyphs[block.glyph];
      const title = line(`${sign} ${block.title}`, colour, `${body};font-weight:600`);
      return title + (block.detail === '' ? '' : line(block.detail, 'ink2', small));
    }
  }
}

function figureRow({ figure }: Card): string[] {
  if (!figure) {
    return [];
  }
  const number = `<span style="font-size:40px;line-height:44px">${escaped(figure.value)}</span>`;
  const error = figure.error === '' ? '' : ` <span>${escaped(figure.error)}</span>`;
  const note = figure.note === '' ? '' : line(figure.note, 'ink2', small);
  return [`<p ${look({ text: 'ink', more: 'margin:0' })}>${number}${error}</p>${note}`];
}

interface MainButton {
  label: string;
  url: string;
}

const isPage = (href: string | undefined) => href?.includes('/#/pages/') === true;

/**
 * The button that a mail keeps, leading where it says: the page of what the card puts first; the card's own page where
 * that is a press; another of its pages where it is a file, which is attached.
 */
function mainButton(card: Card, link: string): MainButton {
  const first = card.buttons.find((button) => button.style === 'primary');
  if (first && first.href === undefined) {
    return { label: first.label, url: link };
  }
  const pages = card.buttons.filter(({ href }) => isPage(href));
  const button = first && isPage(first.href) ? first : pages[0];
  return { label: button?.label ?? cardWords[card.locale].open, url: button?.href ?? link };
}

function buttonRow({ label, url }: MainButton): string {
  const more =
    'display:inline-block;padding:12px 28px;border-radius:8px;font-size:16px;line-height:24px;font-weight:600;text-decoration:none';
  const look1 = look({ text: 'onAccent', ground: 'accent', more });
  return `<a href="${escaped(url)}" ${look1}>${escaped(label)}</a>`;
}

function othersRow(card: Card, main: MainButton): string[] {
  const labels = card.buttons.map((button) => button.label).filter((label) => label !== main.label);
  return labels.length === 0
    ? []
    : [line([mailWords[card.locale].more, labels.join(' / ')].join(wideSpace), 'ink3', small)];
}

function contentRows(card: Card, link: string): string[] {
  const main = mainButton(card, link);
  const head = [
    ...(card.eyebrow === '' ? [] : [line(card.eyebrow, 'ink3', small)]),
    `<h1 ${look({ text: 'ink', more: 'margin:0;font-size:22px;line-height:32px;font-weight:600' })}>${escaped(card.title)}</h1>`,
    ...figureRow(card),
  ];
  const foot = card.footnote === '' ? [] : [line(card.footnote, 'ink3', small)];
  return [
    ...head.map((one) => row(one)),
    ...card.blocks.map((block) => row(blockRow(block, card))),
    row(buttonRow(main), '12px 0 16px'),
    ...[...othersRow(card, main), ...foot].map((one) => row(one)),
  ];
}

/** The company's logo, or its first character in its place, and its name. */
function brandRow(brand: Brand | undefined): string {
  const name = 'font-size:16px;line-height:24px;font-weight:600';
  if (!brand) {
    return line('知遇 Zhiyu', 'accent', name);
  }
  const square = 'width:36px;height:36px;border-radius:8px';
  const [first = ''] = brand.company;
  const mark = brand.logo
    ? `<img src="cid:${logoId}" width="36" height="36" alt="" style="display:block;${square};object-fit:contain">`
    : `<p ${look({ text: 'onAccent', ground: 'accent', more: `margin:0;${square};line-height:36px;text-align:center;font-size:18px;font-weight:600` })}>${escaped(first)}</p>`;
  const cells = `<td width="36">${mark}</td><td style="padding-left:10px">${line(brand.company, 'ink', name)}</td>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${cells}</tr></table>`;
}

function pageOf(card: Card, link: string, brand?: Brand): string {
  const say = mailWords[card.locale];
  const logo = brandRow(brand);
  const sheet = `${table} ${look({ ground: 'surface', more: 'border-radius:12px' })}><tr><td style="padding:28px 24px 16px">${table}>${contentRows(card, link).join('')}</table></td></tr></table>`;
  const column = `${table} style="max-width:600px;margin:0 auto">${row(logo, '0 0 16px')}${row(sheet, '0')}${row(line(say.footer, 'ink3', small), '16px 0 0')}</table>`;
  const ground = look({ ground: 'paper', more: `margin:0;padding:0;font-family:${say.font}` });
  return [
    `<!doctype html><html lang="${say.lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(subjectOf(card))}</title><style>:root{color-scheme:light dark}${darkStyles()}</style></head>`,
    `<body ${ground}>${table} ${look({ ground: 'paper' })}><tr><td style="padding:24px 16px">${column}</td></tr></table></body></html>`,
  ].join('');
}

/** One card as a mail. The subject names nobody; both bodies say the same and lead to the same page. */
export function renderMail(
  card: Card,
  link: string,
  brand?: Brand,
): { subject: string; text: string; html: string } {
  return {
    subject: subjectOf(card),
    text: `${asText(card, link)}\n\n${mailWords[card.locale].footer}\n`,
    html: pageOf(card, link, brand),
  };
}
