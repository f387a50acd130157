import path from 'node:path';

const room = path.resolve(__dirname, '..', 'src', 'platform', 'page-order', 'index.h5');

interface EntryOptions {
  /** What Taro writes into the entry it makes: imports, and what runs before the router is made. */
  loaderMeta: { extraImportForWeb: string; execBeforeCreateWebApp: string };
}

/** Has the router fetch its pages through `platform/page-order`: Taro makes the entry, so it is written there. */
export function withPageOrder<Args extends readonly unknown[]>(args: Args): Args {
  const { loaderMeta } = args[0] as EntryOptions;
  loaderMeta.extraImportForWeb += `import { inOrder } from ${JSON.stringify(room)}\n`;
  loaderMeta.execBeforeCreateWebApp += 'config.routes = inOrder(config.routes)\n';
  return args;
}
