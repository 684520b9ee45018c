/** A seeded source of chance (sfc32): the same seed gives the same vault on every machine. Not for secrets. */

/** FNV-1a, to turn a seed of words into a number. */
const hash = (text: string, salt: number): number => {
  let h = 0x811c9dc5 ^ salt
  for (const character of text) {
    h ^= character.codePointAt(0) ?? 0
    h = Math.imul(h, 0x01000193)
  }
  return h >>> 0
}

export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: string) {
    this.#a = hash(seed, 1)
    this.#b = hash(seed, 2)
    this.#c = hash(seed, 3)
    for (let i = 0; i < 20; i += 1) this.#bits()
  }

  #bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return sum >>> 0
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return this.#bits() / 2 ** 32
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.fraction() * (max - min + 1))
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** `count` different items, or all when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[] {
    const left = [...items]
    const out: T[] = []
    while (out.length < count && left.length > 0)
      out.push(...left.splice(this.int(0, left.length - 1), 1))
    return out
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][]
    let left = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    const last = entries.at(-1)
    if (!last) throw new Error('nothing to pick from')
    return last[0]
  }

  hex(bytes: number): string {
    let out = ''
    while (out.length < bytes * 2) out += this.#bits().toString(16).padStart(8, '0')
    return out.slice(0, bytes * 2)
  }

  /** A day between the first of January of `fromYear` and the end of `toYear`, as YYYY-MM-DD. */
  day(fromYear: number, toYear: number): string {
    const first = Date.UTC(fromYear, 0, 1)
    const last = Date.UTC(toYear, 11, 31)
    return new Date(first + Math.floor(this.fraction() * (last - first))).toISOString().slice(0, 10)
  }
}

/** The day `days` after a full date. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
