import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import type { IH5Config } from '@tarojs/taro/types/compile';
import { Compressed } from './compressed';
import { withPageOrder } from './page-order';
import { PageParts } from './page-parts';

/** These ship ES2022 (private fields), which Taro's default terser breaks silently: Babel first. */
const modernPackages = (file: string) =>
  /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/.test(file) ||
  /node_modules[\\/](@codemirror|@lezer|@marijn|style-mod|crelt|w3c-keyname)[\\/]/.test(file) ||
  /[\\/]contracts[\\/]dist[\\/]/.test(file);

const platform = process.env.TARO_ENV;

/** The engines of the mini-programs have none, and the query library asks for one. */
const abortController = path.resolve(__dirname, '..', 'src', 'platform', 'abort');
const leftOut = path.resolve(__dirname, 'left-out.mjs');
const elsewhere = path.resolve(__dirname, 'elsewhere.cjs');
/** Views and words of staff, as pages ask for them; what reads an address (`.shared`) runs everywhere. */
const ofStaff = /^\.\.\/\.\.\/(?:features\/staff-(?!.*\.shared$)|locales\/staff$)/;
const installed = path.resolve(__dirname, '..', '..', 'node_modules');
const { version: faceVersion } = JSON.parse(
  readFileSync(path.join(installed, '@vladmandic', 'human', 'package.json'), 'utf8'),
) as { version: string };
const vision = `dist/h5/static/vision-${faceVersion}`;
const faceModels = ['blazeface', 'facemesh', 'iris', 'emotion'];
/**
 * Face observation: the library, its two programs (with and without SIMD) and four models, served by us and loaded
 * only where a candidate agreed. They are not bundled: two megabytes that nearly nobody fetches.
 */
const faceFiles = [
  '@vladmandic/human/dist/human.esm.js',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  ...faceModels.flatMap((name) => [
    `@vladmandic/human/models/${name}.json`,
    `@vladmandic/human/models/${name}.bin`,
  ]),
];
const faceCopies = faceFiles.map((file) => ({
  from: path.join(installed, file),
  to: `${vision}/${path.basename(file)}`,
}));

/** px stays px on a desk; the type lists rem, rpx and vw only. */
const realPixels = { targetUnit: 'px' as never };

const h5: IH5Config = {
  compile: { include: [modernPackages] },
  publicPath: '/',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  devServer: {
    host: '127.0.0.1',
    port: 10086,
    open: false,
    proxy: [{ context: ['/api'], target: 'http://127.0.0.1:3000' }],
  },
  output: {
    filename: 'js/[name].[contenthash:8].js',
    chunkFilename: 'js/[name].[contenthash:8].js',
  },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  postcss: {
    autoprefixer: { enable: true, config: {} },
    pxtransform: { enable: true, config: realPixels },
    // Or it would turn the selector `button` into `taro-button-core`: our elements are native.
    htmltransform: { enable: false, config: { removeCursorStyle: false } },
  },
  webpackChain(chain, webpack) {
    const unused =
      /taro-(pull-to-refresh-core\.js|components\.css)$|router[\\/]dist[\\/]navigationBar\.js$/;
    chain.plugin('left-out').use(webpack.NormalModuleReplacementPlugin, [unused, leftOut]);
    chain.performance.hints(false);
    // A part that has stalled for so long is asked for again (platform/page-load).
    chain.output.chunkLoadTimeout(30_000);
    chain.plugin('mainPlugin').tap(withPageOrder);
    chain.plugin('page-parts').use(PageParts);
    chain.plugin('compressed').use(Compressed);
    const shared = {
      name: 'shared',
      test: /[\\/]node_modules[\\/]/,
      chunks: 'async',
      minChunks: 2,
      priority: 5,
      reuseExistingChunk: true,
    };
    const framework = {
      name: 'framework',
      test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
      priority: 100,
    };
    chain.optimization.splitChunks({ chunks: 'all', cacheGroups: { shared, framework } });
  },
};

export default defineConfig((merge) => {
  const base: UserConfigExport = {
    projectName: 'zhiyu',
    date: '2026-11-1',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    plugins: platform === 'h5' ? [] : ['@tarojs/plugin-platform-alipay-dd'],
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    defineConstants: {
      H5_ORIGIN: JSON.stringify(process.env['H5_ORIGIN'] ?? ''),
      FACE_VERSION: JSON.stringify(faceVersion),
    },
    copy: { patterns: platform === 'h5' ? faceCopies : [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    terser: { enable: true, config: { output: { quote_keys: false, comments: false } } },
    mini: {
      webpackChain(chain, webpack) {
        chain
          .plugin('abort')
          .use(webpack.ProvidePlugin, [{ AbortController: [abortController, 'AbortController'] }]);
        chain.plugin('elsewhere').use(webpack.NormalModuleReplacementPlugin, [ofStaff, elsewhere]);
      },
      compile: { include: [modernPackages] },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
    h5,
  };
  return merge({}, base);
});
