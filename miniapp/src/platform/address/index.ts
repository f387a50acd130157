/** A mini-program shows no address. */
export function wipeAddress(): void {}
