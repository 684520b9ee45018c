/** One line of the benchmark table: what we took, beside the peer or the limit of the same run. */
export interface BenchRow {
  readonly name: string
  /** Milliseconds, median of the runs. */
  readonly ours: number
  /** What it is compared with: a program or a bound, and its milliseconds in the same run. */
  readonly beside: string
  readonly theirs: number
  /** ours / theirs; at most `limit`. */
  readonly ratio: number
  readonly limit: number
  readonly note?: string
  /** Of `ours` and `theirs`; milliseconds when not said. */
  readonly unit?: 'MB' | '%'
}

export const row = (
  name: string,
  ours: number,
  beside: string,
  theirs: number,
  limit: number,
  note?: string,
): BenchRow => ({
  name,
  ours,
  beside,
  theirs,
  ratio: ours / theirs,
  limit,
  ...(note === undefined ? {} : { note }),
})

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
