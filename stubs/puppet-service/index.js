/** In place of wechaty's gRPC gateway: the product's puppet speaks to the official interfaces itself. */
export class PuppetServer {
  constructor() {
    throw new Error('the gateway of wechaty is not installed');
  }
}
