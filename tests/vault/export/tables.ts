/** Reads tables back with readers that are not ours: Python's csv, zipfile and xml. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportRequest, ExportRequest as Request } from '../../../shared/contract/exports.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { quickTmp } from '../../support/quickDisk.ts'
import type { MemoryVault } from '../dossier/memoryVault.ts'

export const tempFolder = (): string => mkdtempSync(join(quickTmp(), 'emanet-test-'))

export const tableOf = (kind: OpenKind, wanted: Record<string, unknown> = {}): ExportRequest => {
  const { columns = 'listed', ...rest } = wanted
  const subject = { of: 'list', kind, columns }
  return Request.parse({ subject, reader: 'team', language: 'en', format: 'csv', ...rest })
}

const CSV = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
    print(json.dumps(list(csv.reader(f, delimiter=sys.argv[2], strict=True))))
`
export const pythonCsv = (path: string, delimiter = ','): string[][] =>
  JSON.parse(execFileSync('python3', ['-c', CSV, path, delimiter], { encoding: 'utf8' }))

/** Rows of the sheet, each cell as its kind and text; every part parsed as XML. */
const XLSX = `
import json, sys, zipfile, xml.etree.ElementTree as ET
N = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
parts = {name: ET.fromstring(z.read(name)) for name in z.namelist()}
rows = []
for row in parts['xl/worksheets/sheet1.xml'].iter(N + 'row'):
    rows.append([[c.get('r'), c.get('t') or 'n', ''.join(t.text or '' for t in c.iter() if t.tag in (N + 't', N + 'v'))] for c in row])
tags = sorted({e.tag.split('}')[1] for p in parts.values() for e in p.iter()})
print(json.dumps({'names': sorted(parts), 'tags': tags, 'rows': rows, 'times': sorted({str(i.date_time) for i in z.infolist()})}))
`
export interface PythonBook {
  readonly names: readonly string[]
  readonly tags: readonly string[]
  readonly rows: readonly (readonly (readonly [place: string, type: string, text: string])[])[]
  readonly times: readonly string[]
}
export const pythonXlsx = (path: string): PythonBook =>
  JSON.parse(
    execFileSync('python3', ['-c', XLSX, path], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as PythonBook

/** Writes a table of an invented vault and gives its cells as Python reads them. */
export async function csvOf(vault: MemoryVault, request: ExportRequest): Promise<string[][]> {
  const path = join(tempFolder(), 'table.csv')
  await vault.exports().write(request, path)
  return pythonCsv(path)
}

export const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))
