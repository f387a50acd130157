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
  drawMethod(paper, printed.method);
  return paper.end(printed.foot, words.page);
}

/** Stands on one page as a whole. */
function drawMethod(paper: Paper, { title, lines }: Printed['method']): void {
  const style = { ...body, size: 9 };
  const heights = lines.map((line) => paper.height(line, style, paper.width) + 3);
  paper.heading(title, 20 + heights.reduce((all, one) => all + one, 0));
  for (const line of lines) {
    paper.flow(line, style);
    paper.y += 3;
  }
}

function drawHead(paper: Paper, { head, title, subtitle }: Printed, product: string): void {
  const { left, width } = paper;
  paper.put(product, { size: 16, bold: true, color: inks.accent }, { x: left, y: paper.y, width });
  head.forEach((line, i) => {
    paper.put(line, { ...small, align: 'right' }, { x: left, y: paper.y + i * 14, width });
  });
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

/** Columns of the table: from where to where, as shares of the width. */
const columns = {
  name: [0, 0.21],
  weight: [0.21, 0.28],
  bar: [0.28, 0.595],
  score: [0.595, 0.72],
  requirement: [0.72, 0.82],
  reading: [0.82, 1],
} as const;
const written = ['name', 'weight', 'score', 'requirement', 'reading'] as const;

function place(paper: Paper, column: keyof typeof columns): { x: number; width: number } {
  const [from, to] = columns[column];
  return { x: paper.left + from * paper.width, width: (to - from) * paper.width - 6 };
}

/** One line of the table at the cursor. @returns its height: a long name takes two lines */
function drawLine(paper: Paper, texts: readonly string[], style: Style): number {
  const heights = written.map((column, i) => {
    const { x, width } = place(paper, column);
    paper.put(texts[i] ?? '', style, { x, y: paper.y, width });
    return paper.height(texts[i] ?? '', style, width);
  });
  return Math.max(...heights);
}

function drawDimensions(paper: Paper, { columns: titles, dimensions, ends }: Printed): void {
  const against = dimensions.some((one) => one.requirement !== null);
  paper.y += 8;
  const { dimension, weight, score, requirement, verdict } = titles;
  const bar = place(paper, 'bar');
  const over = { x: bar.x, y: paper.y, width: bar.width - 10 };
  paper.put(ends.low, small, over);
  paper.put(ends.high, { ...small, align: 'right' }, over);
  const heads = [dimension, weight, score, ...(against ? [requirement, verdict] : [])];
  paper.y += drawLine(paper, heads, small) + 3;
  paper.rule();
  for (const one of dimensions) {
    paper.room(40);
    paper.y += 6;
    drawBar(paper, one);
    const texts = [one.name, one.weight, one.score, one.needed, one.reading];
    paper.y += drawLine(paper, texts, { ...body, color: inks.ink }) + 3;
    paper.rule();
  }
}

/** Value with its box of one standard error; the triangle is the requirement. Not measured: an empty frame. */
function drawBar(paper: Paper, { value, error, requirement, verdict }: PrintedDimension): void {
  const { x, width } = place(paper, 'bar');
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
  paper.heading(answers.title, 100);
  for (const { title, note, words } of answers.items) {
    paper.room(60);
    paper.flow(title, { ...body, bold: true });
    if (note !== '') paper.flow(note, small);
    paper.y += 2;
    paper.flow(words, body);
    paper.y += 9;
  }
}
