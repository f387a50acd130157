import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Compilation, type Compiler, sources } from 'webpack';

/** Worth it: text and WebAssembly of at least so many bytes. */
const packed = /\.(js|css|html|json|wasm)$/;
const LEAST = 1024;
/** 11 takes minutes over the face library and saves two per cent more. */
const QUALITY = 9;

/** Lays x.gz and x.br beside each file: the server hands them out, nobody compresses the same file twice. */
export class Compressed {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('Compressed', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: 'Compressed', stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          const bytes = source.buffer();
          if (packed.test(name) && bytes.length >= LEAST) {
            const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
            const br = brotliCompressSync(bytes, { params });
            compilation.emitAsset(
              `${name}.gz`,
              new sources.RawSource(gzipSync(bytes, { level: 9 })),
            );
            compilation.emitAsset(`${name}.br`, new sources.RawSource(br));
          }
        }
      });
    });
  }
}
