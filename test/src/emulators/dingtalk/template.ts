import { readdirSync, readFileSync } from 'node:fs';

/** What a template makes of its variables: the parts that a person sees and can press. */
export interface DrawnCard {
  texts: string[];
  buttons: { label: string; url: string; actionId: string; params: Record<string, string> }[];
  form: { fields: unknown; params: Record<string, string>; submit: string } | null;
}

export interface CardTemplate {
  id: string;
  published: boolean;
  draw: (values: Record<string, string>) => DrawnCard;
}

interface Condition {
  op: string;
  variable: string;
  value: string;
}
interface Visible {
  valueType?: string;
  condition?: { conditions: Condition[] };
}
interface Dynamic {
  content?: string;
  variable?: string;
}
interface Button {
  text: Dynamic;
  actionType: string;
  actionId: Dynamic;
  url: Dynamic;
  params: { name: string; variable: string; value: string; type: string }[];
  visible?: Visible;
}
interface Node {
  componentName: string;
  props: {
    visible?: Visible;
    text?: Dynamic;
    title?: Dynamic;
    content?: Dynamic;
    submitText?: Dynamic;
    formSchema?: Dynamic;
    params?: Button['params'];
    buttons?: { list: Button[] };
  };
  children?: Node[];
}

type Values = Record<string, string>;

const folder = new URL('../../../../bots/card-templates/dingtalk/', import.meta.url);

const filled = (text: string | undefined, values: Values) =>
  (text ?? '').replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const dynamic = (of: Dynamic | undefined, values: Values) =>
  of?.variable ? (values[of.variable] ?? '') : filled(of?.content, values);

function holds({ op, variable, value }: Condition, values: Values): boolean {
  const actual = values[variable] ?? '';
  switch (op) {
    case 'equal':
      return actual === value;
    case 'notEqual':
      return actual !== value;
    case 'isNotEmpty':
      return actual !== '';
    default:
      throw new Error(`the emulator does not know the condition ${op}`);
  }
}

function visible(of: Visible | undefined, values: Values): boolean {
  const conditions = of?.valueType === 'condition' ? (of.condition?.conditions ?? []) : [];
  return conditions.every((one) => holds(one, values));
}

function paramsOf(params: Button['params'] | undefined, values: Values): Values {
  const pairs = (params ?? []).map(({ name, type, variable, value }) => [
    name,
    type === 'variable' ? (values[variable] ?? '') : value,
  ]);
  return Object.fromEntries(pairs) as Values;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function buttonsOf(node: Node, values: Values): DrawnCard['buttons'] {
  return (node.props.buttons?.list ?? [])
    .filter((button) => visible(button.visible, values))
    .map((button) => ({
      label: dynamic(button.text, values),
      url: button.actionType === 'url' ? dynamic(button.url, values) : '',
      actionId: dynamic(button.actionId, values),
      params: paramsOf(button.params, values),
    }));
}

function draw(node: Node, values: Values, into: DrawnCard): DrawnCard {
  const { props } = node;
  if (!visible(props.visible, values)) {
    return into;
  }
  const text = [props.title, props.text, props.content]
    .map((one) => dynamic(one, values))
    .find((one) => one !== '');
  if (node.componentName === 'ButtonList') {
    into.buttons.push(...buttonsOf(node, values));
  } else if (node.componentName === 'Form') {
    const fields = (parse(dynamic(props.formSchema, values)) as { fields?: unknown } | null)
      ?.fields;
    const params = paramsOf(props.params, values);
    into.form = { fields: fields ?? [], params, submit: dynamic(props.submitText, values) };
  } else if (text !== undefined) {
    into.texts.push(text);
  }
  (node.children ?? []).forEach((child) => draw(child, values, into));
  return into;
}

/** A template as the console's export has it. */
function templateOf(id: string, file: string): CardTemplate {
  const outer = JSON.parse(file) as { editorData: string };
  const editor = JSON.parse(outer.editorData) as { schema: { componentsTree: Node[] } };
  const [root] = editor.schema.componentsTree;
  if (!root) {
    throw new Error(`${id} has no components`);
  }
  const empty = (): DrawnCard => ({ texts: [], buttons: [], form: null });
  return { id, published: true, draw: (values) => draw(root, values, empty()) };
}

/** The templates that the project ships, published under `<kind>.schema`. */
export function shippedTemplates(): Map<string, CardTemplate> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = names.map((name) => {
    const id = name.replace(/\.json$/, '.schema');
    return [id, templateOf(id, readFileSync(new URL(name, folder), 'utf8'))] as const;
  });
  const draft = {
    id: 'draft.schema',
    published: false,
    draw: () => ({ texts: [], buttons: [], form: null }),
  };
  return new Map<string, CardTemplate>([...all, ['draft.schema', draft]]);
}
