/** What JSON 2.0 knows of each element; an attribute that is not here is an error, as on the platform. */
const attributes: Record<string, string[]> = {
  div: ['text'],
  column_set: ['columns', 'flex_mode', 'horizontal_spacing'],
  column: ['width', 'weight', 'elements'],
  form: ['name', 'elements'],
  button: ['text', 'type', 'width', 'behaviors', 'name', 'form_action_type'],
  select_static: ['name', 'required', 'width', 'placeholder', 'options'],
  plain_text: ['content', 'text_size', 'text_color'],
};
const top = ['schema', 'config', 'header', 'body'];
const config = ['update_multi', 'enable_forward', 'summary'];
const header = ['title', 'subtitle', 'template'];
const templates = ['blue', 'turquoise', 'green', 'orange', 'red', 'grey'];
const buttonTypes = ['default', 'primary', 'primary_filled', 'text', 'danger'];

export type Fields = Record<string, unknown>;

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function unknownOf(value: Fields, known: string[], where: string): string[] {
  return Object.keys(value)
    .filter((name) => name !== 'tag' && !known.includes(name))
    .map((name) => `${where}: unknown attribute ${name}`);
}

function buttonFaults(element: Fields, inForm: boolean): string[] {
  const behaviors = Array.isArray(element.behaviors) ? element.behaviors.map(fields) : [];
  const wrong = behaviors.filter(({ type, value, default_url: url }) =>
    type === 'callback' ? fields(value).card === undefined : !/^https?:/.test(String(url)),
  );
  return [
    ...(behaviors.length === 0 || wrong.length > 0 ? ['button: behaviors'] : []),
    ...(buttonTypes.includes(String(element.type)) ? [] : ['button: type']),
    ...(inForm && typeof element.name !== 'string' ? ['button: no name in a form'] : []),
  ];
}

/** Everything wrong in an element and below it; `names` collects what has to be unique. */
function elementFaults(value: unknown, inForm: boolean, names: string[]): string[] {
  const element = fields(value);
  const tag = String(element.tag);
  const known = attributes[tag];
  if (!known) {
    return [`unknown element ${tag}`];
  }
  if (typeof element.name === 'string') {
    names.push(element.name);
  }
  const inside = [element.elements, element.columns].flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  );
  return [
    ...unknownOf(element, known, tag),
    ...(tag === 'form' && inForm ? ['form inside a form'] : []),
    ...(tag === 'button' ? buttonFaults(element, inForm) : []),
    ...(element.text === undefined ? [] : elementFaults(element.text, inForm, names)),
    ...inside.flatMap((one) => elementFaults(one, inForm || tag === 'form', names)),
  ];
}

/** What the platform refuses of a card, in words; nothing when it is right. */
export function cardFaults(card: Fields): string[] {
  const names: string[] = [];
  const { elements } = fields(card.body);
  const list = Array.isArray(elements) ? (elements as unknown[]) : [];
  const faults = [
    ...unknownOf(card, top, 'card'),
    ...unknownOf(fields(card.config), config, 'config'),
    ...unknownOf(fields(card.header), header, 'header'),
    ...(card.schema === '2.0' ? [] : ['schema']),
    ...(fields(card.config).update_multi === true ? [] : ['update_multi']),
    ...(templates.includes(String(fields(card.header).template)) ? [] : ['template']),
    ...(list.length === 0 ? ['no elements'] : []),
    ...list.flatMap((element) => elementFaults(element, false, names)),
  ];
  return new Set(names).size === names.length ? faults : [...faults, 'a name twice'];
}

/** Every button below, with the list whose choice it sends. */
export function buttonsOf(value: unknown): { label: string; element: Fields }[] {
  const element = fields(value);
  if (element.tag === 'button') {
    return [{ label: String(fields(element.text).content), element }];
  }
  const inside = [element.elements, element.columns, fields(element.body).elements];
  return inside.flatMap((list) => (Array.isArray(list) ? list.flatMap(buttonsOf) : []));
}

/** All words that the card shows. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(wordsOf);
  }
  const element = fields(value);
  return element.tag === 'plain_text'
    ? [String(element.content)]
    : Object.values(element).flatMap((one) => (typeof one === 'object' ? wordsOf(one) : []));
}
