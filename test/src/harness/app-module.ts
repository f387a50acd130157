import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../../../miniapp/src/', import.meta.url));

/**
 * A `x.shared.ts` of the mini-app, which is bundled and never compiled for Node: it imports types, and the contracts.
 * @param path within miniapp/src
 */
export async function appModule<M>(path: string): Promise<M> {
  const { outputText } = ts.transpileModule(readFileSync(source + path, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const resolved = outputText.replace(
    /from '(@zhiyu\/contracts\/[^']+)'/g,
    (_, name: string) => `from '${import.meta.resolve(name)}'`,
  );
  const code = Buffer.from(resolved).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as M;
}
