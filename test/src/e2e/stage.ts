import { type Browsers, startBrowsers } from './browser.js';
import { type Product, type ProductOptions, startProduct } from './product.js';

/** What the specs of one describe() start; ended after them, also when starting failed half-way. */
export interface Stage {
  product(options?: ProductOptions): Promise<Product>;
  browsers(options: Parameters<typeof startBrowsers>[0]): Promise<Browsers>;
}

/**
 * To be called inside describe(). A failed test leaves pictures of all screens in dist/e2e/shots; an
 * error in the server's log fails the suite even where every page looked right.
 */
export function useStage(name: string): Stage {
  const products: Product[] = [];
  const browsers: Browsers[] = [];

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const said = await Promise.all(browsers.map((one, n) => one.testify(`${name}-${n}`)));
      process.stderr.write(`${said.join('\n')}\n`);
    }
  });

  after(async () => {
    await Promise.all(browsers.map((one) => one.close()));
    await Promise.all(products.map((one) => one.stop()));
    const errors = products.flatMap((one) => one.errors());
    if (errors.length > 0) {
      throw new Error(`the server logged errors:\n${errors.join('\n')}`);
    }
  });

  return {
    product: async (options) => {
      const product = await startProduct(options);
      products.push(product);
      return product;
    },
    browsers: async (options) => {
      const started = await startBrowsers(options);
      browsers.push(started);
      return started;
    },
  };
}
