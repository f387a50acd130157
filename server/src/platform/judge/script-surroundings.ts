/**
 * What a script finds around it in QuickJS, as far as programs that read and write text need it:
 * console, process, require of fs and readline, timers whose time passes without waiting. Evaluated
 * before the script; takes `__input`, `__write` and `__exit` away with it.
 */
export const surroundings = String.raw`(() => {
  const { __input: input, __write: write, __exit: exit } = globalThis;
  for (const name of ['__input', '__write', '__exit']) delete globalThis[name];

  const quoted = (text) => "'" + text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n') + "'";
  const isName = (text) => /^[A-Za-z_$][\w$]*$/.test(text);
  const braced = (open, parts, close) => (parts.length ? open + ' ' + parts.join(', ') + ' ' + close : open + close);
  const show = (value, depth = 0) => {
    if (typeof value === 'string') return depth ? quoted(value) : value;
    if (typeof value === 'bigint') return value + 'n';
    if (Object.is(value, -0)) return '-0';
    if (typeof value === 'function') return '[Function: ' + (value.name || '(anonymous)') + ']';
    if (typeof value === 'symbol' || value === null || typeof value !== 'object') return String(value);
    if (value instanceof Error) return value.name + ': ' + value.message + '\n' + value.stack;
    if (depth > 2) return Array.isArray(value) ? '[Array]' : '[Object]';
    const each = (one) => show(one, depth + 1);
    if (Array.isArray(value)) return braced('[', value.map(each), ']');
    if (value instanceof Set) return 'Set(' + value.size + ') ' + braced('{', [...value].map(each), '}');
    if (value instanceof Map)
      return 'Map(' + value.size + ') ' + braced('{', [...value].map(([k, v]) => each(k) + ' => ' + each(v)), '}');
    const name = value.constructor && value.constructor !== Object ? value.constructor.name + ' ' : '';
    const pairs = Object.entries(value).map(([k, v]) => (isName(k) ? k : quoted(k)) + ': ' + each(v));
    return name + braced('{', pairs, '}');
  };
  const format = (first, ...rest) => {
    if (typeof first !== 'string') return [first, ...rest].map((one) => show(one)).join(' ');
    const text = first.replace(/%[sdifj%]/g, (mark) => {
      if (mark === '%%') return '%';
      if (!rest.length) return mark;
      const one = rest.shift();
      if (mark === '%s') return show(one);
      if (mark === '%j') return JSON.stringify(one);
      return String(mark === '%i' ? parseInt(one, 10) : Number(one));
    });
    return [text, ...rest.map((one) => show(one))].join(' ');
  };
  const line = (where) => (...values) => write(where, (values.length ? format(...values) : '') + '\n');
  globalThis.console = { log: line(1), info: line(1), debug: line(1), error: line(2), warn: line(2), trace: line(2) };

  const timers = new Map();
  let count = 0;
  let now = 0;
  const later = (repeats) => (work, wait = 0, ...values) => {
    count += 1;
    timers.set(count, { at: now + Math.max(1, Number(wait) || 1), work: () => work(...values), wait, repeats });
    return count;
  };
  globalThis.setTimeout = later(false);
  globalThis.setInterval = later(true);
  globalThis.setImmediate = (work, ...values) => globalThis.setTimeout(work, 0, ...values);
  globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = (id) => void timers.delete(id);
  globalThis.queueMicrotask = (work) => void Promise.resolve().then(work);

  class Emitter {
    heard = {};
    on(name, work) {
      (this.heard[name] ||= []).push(work);
      this.begin?.(name);
      return this;
    }
    addListener(name, work) { return this.on(name, work); }
    once(name, work) { return this.on(name, work); }
    off() { return this; }
    emit(name, ...values) { for (const work of this.heard[name] || []) work.apply(this, values); }
  }
  class Input extends Emitter {
    fd = 0;
    begun = false;
    setEncoding() { return this; }
    resume() { this.begin('data'); return this; }
    pause() { return this; }
    read() { const all = this.taken ? null : input; this.taken = true; return all; }
    begin(name) {
      if (this.begun || !['data', 'end', 'readable', 'close'].includes(name)) return;
      this.begun = true;
      globalThis.setTimeout(() => {
        if (input) this.emit('data', input);
        if (this.heard.readable) { this.emit('readable'); this.emit('readable'); }
        this.emit('end');
        this.emit('close');
      });
    }
    async *[Symbol.asyncIterator]() { yield input; }
  }
  const stdin = new Input();
  const out = (where) => ({ fd: where, isTTY: false, write: (text) => (write(where, String(text)), true), end() {} });
  globalThis.process = {
    stdin, stdout: out(1), stderr: out(2), argv: ['node', 'main.js'], env: {}, platform: 'linux', exitCode: undefined,
    exit: (code) => exit(Number(code ?? globalThis.process.exitCode ?? 0)),
    nextTick: (work, ...values) => globalThis.queueMicrotask(() => work(...values)),
    hrtime: { bigint: () => BigInt(Date.now()) * 1000000n }, cwd: () => '/tmp', on() { return this; },
  };
  const allLines = () => {
    const parts = input.split(/\r?\n/);
    if (parts[parts.length - 1] === '') parts.pop();
    return parts;
  };
  class Lines extends Emitter {
    begin(name) {
      if (this.begun || (name !== 'line' && name !== 'close')) return;
      this.begun = true;
      globalThis.setTimeout(() => {
        for (const one of allLines()) { if (this.closed) break; this.emit('line', one); }
        this.close();
      });
    }
    close() { if (!this.closed) { this.closed = true; this.emit('close'); } }
    question(text, ...rest) {
      write(1, text);
      this.left ||= allLines();
      rest[rest.length - 1](this.left.shift() ?? '');
    }
    setPrompt() {}
    prompt() {}
    async *[Symbol.asyncIterator]() { yield* allLines(); }
  }
  const fs = {
    readFileSync: (place) => {
      if (place !== 0 && place !== '/dev/stdin') throw new Error("ENOENT: no such file or directory, open '" + place + "'");
      return input;
    },
    writeSync: (where, text) => write(where, String(text)),
    writeFileSync: (where, text) => write(where === 1 || where === '/dev/stdout' ? 1 : 2, String(text)),
  };
  const os = { EOL: '\n' };
  const readline = { createInterface: () => new Lines() };
  const modules = { fs, os, readline, process: globalThis.process };
  globalThis.require = (name) => {
    const found = modules[String(name).replace(/^node:/, '')];
    if (!found) throw new Error("Cannot find module '" + name + "' (this server has fs, readline and os only)");
    return found;
  };
  globalThis.module = { exports: {} };
  globalThis.exports = globalThis.module.exports;
  globalThis.global = globalThis;

  // The next timer, its time being come; false when none is left.
  return () => {
    let next;
    for (const [id, timer] of timers) if (!next || timer.at < next[1].at) next = [id, timer];
    if (!next) return false;
    const [id, timer] = next;
    now = timer.at;
    if (timer.repeats) timer.at = now + Math.max(1, Number(timer.wait) || 1);
    else timers.delete(id);
    timer.work();
    return true;
  };
})()`;

/** The modules that a script may import, as modules of QuickJS. */
export function moduleSource(name: string): string {
  const names = [
    'readFileSync',
    'writeSync',
    'writeFileSync',
    'createInterface',
    'EOL',
    'stdin',
    'stdout',
  ];
  return [
    `const it = require(${JSON.stringify(name)});`,
    'export default it;',
    ...names.map((each) => `export const ${each} = it.${each};`),
  ].join('\n');
}
