import { inks, Paper, type Style } from './paper.js';
import type { PrintedRows } from './printed-parts.js';
import type { Printed, PrintedDimension } from './printed.js';
import { printWords } from './words.js';

const small: Style = { size: 8.5, color: inks.quiet };
const body: Style = { size: 10 };

/** A report as PDF: real text, an outline of its parts, its legend at the foot of every page. */
export async function drawReport(printed: Printed): Promise<Buffer> {
  const words = printWords[printed.locale];
  const paper = new Paper({
    title: `${printed.title} · ${printed.subtitle}`,
    lang: printed.locale,
  });
  drawHead(paper, printed, words.product);
  drawFacts(paper, printed);
  drawDimensions(paper, printed);
  drawSections(paper, printed);
  drawRows(paper, printed);
  drawAnswers(paper, printed);
  paper.heading(printed.method.title);
  for (const line of printed.method.lines) {
    paper.flow(line, { ...body, size: 9 });
    paper.y += 3;
  }
  return paper.end(printed.foot, words.page);
}

function drawHead(paper: Paper, { head, title, subtitle }: Printed, product: string): void {
  const { left, width } = paper;
  paper.put(product, { size: 16, bold: true, color: inks.accent }, { x: left, y: paper.y, width });
  const at = { x: left, y: paper.y, width };
  paper.put(head.join('\n'), { ...small, align: 'right' }, at);
  paper.y += 32;
  paper.rule(inks.ink);
  paper.y += 12;
  paper.put(title, { size: 20, bold: true }, { x: left, y: paper.y, width });
  paper.y += 30;
  paper.put(subtitle, { size: 10.5, color: inks.quiet }, { x: left, y: paper.y, width });
  paper.y += 24;
}

function drawFacts(paper: Paper, { facts }: Printed): void {
  const each = paper.width / facts.length;
  facts.forEach(({ label, value, note }, i) => {
    const at = { x: paper.left + i * each, width: each - 12 };
    paper.put(label, small, { ...at, y: paper.y });
    paper.put(value, { size: 16, bold: true }, { ...at, y: paper.y + 14 });
    paper.put(note, small, { ...at, y: paper.y + 38 });
  });
  paper.y += 58;
  paper.rule();
}

/** Columns of the table, as shares of the width. */
const columns = { name: 0, weight: 0.19, bar: 0.27, score: 0.62, requirement: 0.74, reading: 0.82 };

function place(paper: Paper, from: number, to: number): { x: number; width: number } {
  return { x: paper.left + from * paper.width, width: (to - from) * paper.width - 6 };
}

function drawDimensions(paper: Paper, { columns: titles, dimensions }: Printed): void {
  const against = dimensions.some((one) => one.requirement !== null);
  paper.y += 8;
  const line = (texts: string[], style: Style) => {
    const [name = '', weight = '', score = '', requirement = '', reading = ''] = texts;
    const y = paper.y;
    paper.put(name, style, { ...place(paper, columns.name, columns.weight), y });
    paper.put(weight, style, { ...place(paper, columns.weight, columns.bar), y });
    paper.put(score, style, { ...place(paper, columns.score, columns.requirement), y });
    paper.put(requirement, style, { ...place(paper, columns.requirement, columns.reading), y });
    paper.put(reading, style, { ...place(paper, columns.reading, 1), y });
  };
  const { dimension, weight, score, requirement, verdict } = titles;
  line([dimension, weight, score, ...(against ? [requirement, verdict] : ['', ''])], small);
  paper.y += 16;
  paper.rule();
  for (const one of dimensions) {
    paper.room(24);
    paper.y += 6;
    line([one.name, one.weight, one.score, one.needed, one.reading], { ...body, color: inks.ink });
    drawBar(paper, one);
    paper.y += 18;
    paper.rule();
  }
}

/** Value with its box of one standard error; the triangle is the requirement. Not measured: an empty frame. */
function drawBar(paper: Paper, { value, error, requirement, verdict }: PrintedDimension): void {
  const { x, width } = place(paper, columns.bar, columns.score);
  const { doc } = paper;
  const y = paper.y + 4;
  const at = (score: number) => x + (Math.max(0, Math.min(100, score)) / 100) * (width - 10);
  if (value === null) {
    doc
      .rect(x, y, width - 10, 5)
      .dash(2, { space: 2 })
      .strokeColor(inks.quiet)
      .stroke()
      .undash();
    return;
  }
  const holds = verdict === 'crosses';
  doc.rect(x, y, width - 10, 5).fill(inks.track);
  doc.rect(x, y, at(value) - x, 5).fill(holds ? inks.hold : inks.accent);
  const from = at(value - error);
  doc.rect(from, y - 2, at(value + error) - from, 9).lineWidth(0.6);
  doc
    .fillOpacity(0.6)
    .fillAndStroke(holds ? inks.bandHold : inks.band, inks.quiet)
    .fillOpacity(1);
  doc
    .moveTo(at(value), y - 2)
    .lineTo(at(value), y + 7)
    .lineWidth(1.2)
    .strokeColor(inks.ink)
    .stroke();
  if (requirement !== null) {
    const need = at(requirement);
    doc
      .moveTo(need - 3, y - 6)
      .lineTo(need + 3, y - 6)
      .lineTo(need, y - 1.5)
      .fill(inks.ink);
    doc
      .moveTo(need, y - 2)
      .lineTo(need, y + 8)
      .lineWidth(0.8)
      .strokeColor(inks.ink)
      .stroke();
  }
}

function drawSections(paper: Paper, { sections }: Printed): void {
  for (const { title, points } of sections) {
    paper.heading(title);
    const indent = points.some(({ time }) => time !== '') ? 40 : 0;
    for (const { time, text, quotes, note } of points) {
      const width = paper.width - indent;
      paper.room(paper.height(text, body, width) + 18);
      const at = { x: paper.left, y: paper.y, width: 36 };
      paper.put(time, { ...body, color: inks.accent, bold: true }, at);
      paper.flow(text, body, indent);
      for (const quote of quotes) {
        paper.flow(`“${quote}”`, { ...body, size: 9, color: inks.quiet }, indent);
      }
      if (note !== '') paper.flow(note, small, indent);
      paper.y += 5;
    }
  }
}

function drawRows(paper: Paper, { rows: groups }: Printed): void {
  for (const group of groups) drawGroup(paper, group);
}

function drawGroup(paper: Paper, { title, note, rows }: PrintedRows): void {
  paper.heading(`${title}\u3000${note}`, 40 + rows.length * 16);
  for (const { label, value } of rows) {
    const height = Math.max(
      paper.height(value, body, paper.width - 140),
      paper.height(label, body, 130),
    );
    paper.room(height);
    paper.put(label, { ...body, color: inks.quiet }, { x: paper.left, y: paper.y, width: 130 });
    paper.put(value, body, { x: paper.left + 140, y: paper.y, width: paper.width - 140 });
    paper.y += height + 3;
  }
}

function drawAnswers(paper: Paper, { answers }: Printed): void {
  if (!answers) return;
  paper.heading(answers.title);
  for (const { title, note, words } of answers.items) {
    paper.room(60);
    paper.flow(title, { ...body, bold: true });
    if (note !== '') paper.flow(note, small);
    paper.y += 2;
    paper.flow(words, body);
    paper.y += 9;
  }
}
