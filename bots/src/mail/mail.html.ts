/** Colours of the design, light and dark. A mail carries its styles in each tag: many readers drop everything else. */
const light = {
  paper: '#f8f6f1',
  surface: '#ffffff',
  line: '#e5e0d6',
  ink: '#1f1d1a',
  ink2: '#544f47',
  ink3: '#6b655b',
  track: '#e9e4da',
  evidence: '#fbeebf',
  accent: '#14615a',
  hold: '#3c558f',
  reject: '#4c4842',
  warn: '#885000',
  onAccent: '#ffffff',
} as const;

const dark: Partial<Record<keyof typeof light, string>> = {
  paper: '#191815',
  surface: '#26241f',
  line: '#46423a',
  ink: '#f7f4ee',
  ink2: '#c9c3b8',
  ink3: '#b3ac9f',
  track: '#46423a',
  evidence: '#3d3517',
  accent: '#7fd0c2',
  hold: '#a9bdf0',
  reject: '#c9c3b8',
  warn: '#ffc35c',
  onAccent: '#10302c',
};

type Colour = keyof typeof light;

/** The text as HTML: nothing in it can be a tag, an attribute or an entity; line breaks stay. */
export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replace(/\r?\n/g, '<br>');
}

/** Attributes of a tag in these colours: written out for the light theme, a class for the dark one. */
export function look(of: { text?: Colour; ground?: Colour; more?: string }): string {
  const classes = [
    ...(of.text ? [`t-${of.text}`] : []),
    ...(of.ground ? [`g-${of.ground}`] : []),
  ].join(' ');
  const styles = [
    ...(of.text ? [`color:${light[of.text]}`] : []),
    ...(of.ground ? [`background-color:${light[of.ground]}`] : []),
    ...(of.more ? [of.more] : []),
  ].join(';');
  return `class="${classes}" style="${styles}"`;
}

/** What a reader that knows dark mode puts in place of the light colours. */
export function darkStyles(): string {
  const rules = (Object.entries(dark) as [Colour, string][]).map(
    ([name, value]) =>
      `.t-${name}{color:${value}!important}.g-${name}{background-color:${value}!important}`,
  );
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

/** One row of the mail's only column. */
export function row(content: string, space = '0 0 12px'): string {
  return `<tr><td style="padding:${space}">${content}</td></tr>`;
}

export const table =
  '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

export function line(text: string, colour: Colour, style: string): string {
  return `<p ${look({ text: colour, more: `margin:0;${style}` })}>${escaped(text)}</p>`;
}

/**
 * A bar from 0 to 100 with a mark at the requirement; null draws the empty track of what was not measured.
 * @param fill colour of the bar
 */
export function scoreBar(value: number | null, requirement: number, fill: Colour): string {
  const whole = (n: number) => Math.max(0, Math.min(100, Math.round(n)));
  const mark = whole(requirement);
  const end = value === null ? 0 : whole(value);
  const stops = [...new Set([0, Math.min(end, mark), Math.max(end, mark), 100])];
  const cells = stops.slice(1).map((stop, index) => {
    const from = stops[index] ?? 0;
    const ground = from < end ? fill : 'track';
    // The mark has to be seen on the bar as well as on its track.
    const ink = from < end ? light.surface : light.ink3;
    const edge = stop === mark && stop < 100 ? `;border-right:2px solid ${ink}` : '';
    const more = `height:8px;font-size:0;line-height:0${edge}`;
    return `<td width="${stop - from}%" ${look({ ground, more })}>&nbsp;</td>`;
  });
  return `${table} style="margin-top:6px"><tr>${cells.join('')}</tr></table>`;
}
