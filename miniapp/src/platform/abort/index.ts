type Listener = () => void;

/** What says that something is no longer wanted. */
class Signal {
  aborted = false;
  private readonly listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  tell(): void {
    if (!this.aborted) {
      this.aborted = true;
      this.listeners.forEach((listener) => listener());
    }
  }
}

/** As much of the DOM's AbortController as a mini-program needs; the build puts it where the name stands. */
export class AbortController {
  readonly signal = new Signal();

  abort(): void {
    this.signal.tell();
  }
}
