/**
 * `npm run bench`: every figure beside the peer or the limit it is compared with, taken in the same run; a table
 * on standard output and the same as JSON in bench-out/. An absolute time says nothing by itself: ratios do.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import process from 'node:process'
import { attachBench } from './attach.ts'
import { backupBench } from './backup.ts'
import { bulkBench } from './bulk.ts'
import { importBench } from './import.ts'
import { namesBench } from './names.ts'
import { saveBench } from './save.ts'
import { searchBench } from './search.ts'
import { searchBoxBench } from './searchBox.ts'
import type { BenchRow } from './support/row.ts'
import { largeBench, unlockBench } from './unlock.ts'

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  unlock: unlockBench,
  large: largeBench,
  search: searchBench,
  searchBox: searchBoxBench,
  names: namesBench,
  save: saveBench,
  bulk: bulkBench,
  import: importBench,
  attach: () => attachBench(),
  backup: backupBench,
}

/** Takes minutes, so only when it is asked for by name. */
const ON_DEMAND: ReadonlySet<string> = new Set(['large'])

/** What stands after `=` is the benchmark's own business. */
const wanted = process.argv.slice(2).map((each) => each.split('=')[0] ?? '')
const rows: BenchRow[] = []
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : ON_DEMAND.has(name)) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await bench()))
}

const figure = (value: number, unit = 'ms') =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`
const table = rows.map((each) => [
  each.name,
  figure(each.ours, each.unit),
  `${each.beside} ${figure(each.theirs, each.unit)}`,
  `${each.ratio.toFixed(2)}×`,
  `≤ ${each.limit}×`,
  each.ratio <= each.limit ? 'met' : 'MISSED',
  each.note ?? '',
])
const heading = ['what', 'ours', 'beside', 'ratio', 'limit', '', '']
const widths = heading.map((_, column) =>
  Math.max(...[heading, ...table].map((line) => (line[column] ?? '').length)),
)
for (const line of [heading, ...table])
  process.stdout.write(
    `${line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  )

mkdirSync('bench-out', { recursive: true })
const machine = { cores: cpus().length, memoryBytes: totalmem(), node: process.version }
writeFileSync('bench-out/bench.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`)
