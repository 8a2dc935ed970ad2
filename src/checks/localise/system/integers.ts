/** A growing list of 32-bit integers. */
export class Integers {
  private items = new Int32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = item;
  }

  at(place: number): number {
    return place < this.length ? (this.items[place] ?? 0) : -1;
  }

  toArray(): Int32Array {
    return this.items.slice(0, this.length);
  }
}
