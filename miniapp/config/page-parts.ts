import { Compilation, type Compiler, sources } from 'webpack';

/** Stands in index.html where the parts of the pages are written. */
const mark = /["']__PAGE_PARTS__["']/;
/**
 * Pages that people of a company open by their address: from the bookmark, a card, a message. The others are reached
 * from these, and every name weighs on the first page of a candidate too.
 */
const pages = ['home', 'board', 'applications', 'file', 'report', 'review'];

type Groups = Iterable<{
  origins: readonly { request?: string }[];
  getFiles: () => string[];
}>;

/** The files of each of these pages, each named once: their places stand beside the page. */
function partsOf(groups: Groups): { files: string[]; pages: Record<string, number[]> } {
  const files: string[] = [];
  const found: Record<string, number[]> = {};
  for (const group of groups) {
    const request = group.origins.map((origin) => origin.request ?? '').join(' ');
    const page = /pages\/([a-z-]+)\/index/.exec(request)?.[1] ?? '';
    if (pages.includes(page)) {
      found[page] = group
        .getFiles()
        .filter((name) => /\.(js|css)$/.test(name))
        .map((name) => (files.includes(name) ? files.indexOf(name) : files.push(name) - 1));
    }
  }
  return { files, pages: found };
}

/**
 * Writes into index.html which files each page begins with: the browser asks for them at once, and not only when the
 * application has been read and knows the address.
 */
export class PageParts {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('PageParts', (compilation) => {
      // After the names have got their hashes, before the files are compressed.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 100;
      compilation.hooks.processAssets.tap({ name: 'PageParts', stage }, (assets) => {
        const html = assets['index.html']?.source().toString();
        if (html === undefined) {
          return;
        }
        const parts = partsOf(compilation.chunkGroups as Groups);
        const missing = pages.filter((page) => parts.pages[page] === undefined);
        if (!mark.test(html) || missing.length > 0) {
          throw new Error(`index.html cannot name the parts of ${missing.join(', ') || 'pages'}`);
        }
        // Comments are for those who read the source: every first page would carry them.
        const bare = html.replace(/\/\*[^*]*\*\//g, '');
        const written = bare.replace(mark, () => JSON.stringify(parts));
        compilation.updateAsset('index.html', new sources.RawSource(written));
      });
    });
  }
}
