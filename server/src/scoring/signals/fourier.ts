/**
 * The discrete Fourier transform of a fixed length (a power of two), in place in its own two
 * arrays, by the iterative radix-2 method (Cooley and Tukey 1965).
 */
export class Fourier {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly mirrored: Uint32Array;

  constructor(private readonly size: number) {
    const half = size / 2;
    const angle = (k: number) => (2 * Math.PI * k) / size;
    this.real = new Float64Array(size);
    this.imaginary = new Float64Array(size);
    this.cosines = Float64Array.from({ length: half }, (_, k) => Math.cos(angle(k)));
    this.sines = Float64Array.from({ length: half }, (_, k) => -Math.sin(angle(k)));
    this.mirrored = new Uint32Array(size);
    for (let index = 1; index < size; index += 1) {
      const shorter = (this.mirrored[index >> 1] ?? 0) >> 1;
      this.mirrored[index] = shorter | ((index & 1) === 1 ? half : 0);
    }
  }

  transform(): void {
    this.reorder();
    for (let span = 1; span < this.size; span *= 2) {
      const stride = this.size / (2 * span);
      for (let first = 0; first < this.size; first += 2 * span) {
        for (let k = 0; k < span; k += 1) {
          this.butterfly(first + k, first + k + span, k * stride);
        }
      }
    }
  }

  private butterfly(upper: number, lower: number, turn: number): void {
    const { real, imaginary } = this;
    const cosine = this.cosines[turn] ?? 0;
    const sine = this.sines[turn] ?? 0;
    const x = real[lower] ?? 0;
    const y = imaginary[lower] ?? 0;
    const a = x * cosine - y * sine;
    const b = x * sine + y * cosine;
    const c = real[upper] ?? 0;
    const d = imaginary[upper] ?? 0;
    real[lower] = c - a;
    imaginary[lower] = d - b;
    real[upper] = c + a;
    imaginary[upper] = d + b;
  }

  private reorder(): void {
    for (let index = 0; index < this.size; index += 1) {
      const other = this.mirrored[index] ?? 0;
      if (other > index) {
        swap(this.real, index, other);
        swap(this.imaginary, index, other);
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
