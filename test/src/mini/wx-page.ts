/** A node of a page's tree as Taro hands it to the platform: `cn` children, `cl` class, `v` text, `sid` its id. */
interface TreeNode {
  nn?: string;
  sid?: string;
  uid?: string;
  cl?: string;
  v?: string;
  cn?: TreeNode[];
  [field: string]: unknown;
}

/** What a built page registers with `Page`. */
export interface PageDefinition {
  data?: { root?: TreeNode };
  onLoad: (this: object, options: Record<string, string>) => void;
  onShow: (this: object) => void;
  onReady: (this: object) => void;
  onHide: (this: object) => void;
  onUnload: (this: object) => void;
  eh: (event: object) => void;
}

/** Puts a value where a path like `root.cn.[0].v` points. */
function put(root: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.replace(/\[(\d+)\]/g, '$1').split('.');
  const last = keys.pop() ?? '';
  let at: Record<string, unknown> = root;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = value;
}

/** A page of a mini-program on its stage: its tree, what can be read in it, and fingers. */
export class WxPage {
  private readonly data: { root: TreeNode };
  private readonly definition: PageDefinition;

  constructor(
    definition: PageDefinition,
    readonly route: string,
    readonly options: Record<string, string>,
  ) {
    this.definition = definition;
    this.data = structuredClone({ root: definition.data?.root ?? {} });
  }

  /** Called by the page itself. */
  readonly setData = (change: Record<string, unknown>, done?: () => void): void => {
    for (const [path, value] of Object.entries(change)) {
      put(this.data, path, structuredClone(value));
    }
    done?.();
  };

  open(): void {
    this.definition.onLoad.call(this, this.options);
    this.definition.onShow.call(this);
    this.definition.onReady.call(this);
  }

  close(): void {
    this.definition.onUnload.call(this);
  }

  /** All that can be read, in its order, one line for each text. */
  get text(): string {
    return this.nodes()
      .map(({ v }) => v ?? '')
      .filter((v) => v !== '')
      .join('\n');
  }

  /** Whether a node of this class is there. */
  has(className: string): boolean {
    return this.nodes().some(({ cl }) => cl?.split(' ').includes(className) ?? false);
  }

  /** Presses the button with this word. @throws Error when there is none. */
  tap(word: string): void {
    const button = this.nodes().find(
      (node) => node.cl?.includes('pocket-act') && wordsIn(node).includes(word),
    );
    this.send(button, 'tap', {}, `the button ${word}`);
  }

  /** Types into the n-th field. */
  type(value: string, at = 0): void {
    const fields = this.nodes().filter(({ cl }) => cl?.includes('pocket-input'));
    this.send(fields[at], 'input', { value }, `field ${at}`);
  }

  /** Turns the switches on, from the first. */
  turnOn(count: number): void {
    const switches = this.nodes().filter(({ cl }) => cl?.includes('pocket-switch'));
    for (const one of switches.slice(0, count)) {
      this.send(one, 'change', { value: true }, 'a switch');
    }
  }

  private send(node: TreeNode | undefined, type: string, detail: object, what: string): void {
    if (!node?.sid) {
      throw new Error(`${what} is not there:\n${this.text}`);
    }
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } };
    this.definition.eh({ type, timeStamp: Date.now(), target, currentTarget: target, detail });
  }

  private nodes(): TreeNode[] {
    const found: TreeNode[] = [];
    const walk = (node: TreeNode): void => {
      found.push(node);
      childrenOf(node).forEach(walk);
    };
    walk(this.data.root);
    return found;
  }
}

/** Children may be an object with number keys after a change in place. */
function childrenOf(node: TreeNode): TreeNode[] {
  return node.cn === undefined ? [] : Object.values(node.cn);
}

function wordsIn(node: TreeNode): string {
  return (node.v ?? '') + childrenOf(node).map(wordsIn).join('');
}
