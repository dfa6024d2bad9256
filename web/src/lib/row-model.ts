/** Where rows of unlike heights begin. Heights are estimated until a row has been seen. */
export class RowModel {
  readonly count: number
  private readonly sizes: Float64Array
  /** starts[i] is right for i up to `known`; the rest is added up when somebody asks */
  private readonly starts: Float64Array
  private readonly seen: Uint8Array
  private known = 0

  constructor(count: number, estimate: (index: number) => number, paddingStart = 0) {
    this.count = count
    this.sizes = Float64Array.from({ length: count }, (_, index) => estimate(index))
    this.starts = new Float64Array(count + 1)
    this.seen = new Uint8Array(count)
    this.starts[0] = paddingStart
  }

  /** Where a row begins; `start(count)` is where the last one ends. */
  start(index: number): number {
    for (; this.known < index; this.known++) {
      this.starts[this.known + 1] = (this.starts[this.known] ?? 0) + (this.sizes[this.known] ?? 0)
    }
    return this.starts[index] ?? 0
  }

  size = (index: number) => this.sizes[index] ?? 0
  isSeen = (index: number) => this.seen[index] === 1

  /** Notes a measured height; returns by how much it differs from what was believed. */
  resize(index: number, size: number): number {
    const delta = size - this.size(index)
    this.seen[index] = 1
    if (Math.abs(delta) < 0.5) return 0
    this.sizes[index] = size
    this.known = Math.min(this.known, index)
    return delta
  }

  /** The row at a height, the nearest one outside of them. */
  at(pixels: number): number {
    this.start(this.count)
    let low = 0
    let high = this.count - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.start(middle) <= pixels) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The rows to draw for a window, with some to spare on both sides. */
  range(top: number, height: number, spare: number): { first: number; last: number } {
    return { first: this.at(top - spare), last: this.at(top + height + spare) }
  }
}
