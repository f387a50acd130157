/** A mini-program has all its parts on the device. */
export {};
