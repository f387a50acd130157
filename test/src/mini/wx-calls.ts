export type Done = ((result: object) => void) | undefined;
/** How a mini-program asks for something: what to call when it is done. */
export interface Calls {
  success?: Done;
  fail?: Done;
  complete?: Done;
}
export const succeed = (calls: Calls, result: object = {}): void => {
  const all = { errMsg: 'ok', ...result };
  calls.success?.(all);
  calls.complete?.(all);
};
export const fail = (calls: Calls, errMsg: string): void => {
  calls.fail?.({ errMsg });
  calls.complete?.({ errMsg });
};
