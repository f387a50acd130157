/** Numbers that come one after another, in single precision: four bytes each, however many come. */
export class Growing {
  private store = new Float32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.store.length) {
      const wider = new Float32Array(this.store.length * 2);
      wider.set(this.store);
      this.store = wider;
    }
    this.store[this.length] = value;
    this.length += 1;
  }

  /** What came; a view, good until the next push. */
  get values(): Float32Array {
    return this.store.subarray(0, this.length);
  }
}
