/** Titles that show another record's are made anew when it is renamed, for every kind whose title does. */
import { describe, expect, it } from 'vitest'
import { INDEX_KINDS } from '../../../electron/vault/db/indexSchema.ts'
import type { FoldedRecord } from '../../../electron/vault/records/fold.ts'
import { titleOf } from '../../../electron/vault/records/titles.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { fieldsOf, type OpenKind } from '../../../shared/model/model.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import { adding, makeWorkspace, name, save, statement, titles } from './support.ts'

const OTHER = '1'.repeat(32) as RecordId

/** The title of a record that has nothing but a reference in one field. */
function titleBy(kind: OpenKind, field: string): string {
  const said = {
    id: 'b'.repeat(32),
    field,
    value: OTHER,
    grade: 'A1',
    asOf: null,
    retractedBy: null,
  }
  const record = {
    kind,
    id: '2'.repeat(32),
    statements: [said as unknown as Statement],
    chosen: {},
  }
  return titleOf(record as unknown as FoldedRecord, (id) => (id === OTHER ? 'shown' : ''))
}

describe('a title that shows another record’s', () => {
  const shown = INDEX_KINDS.flatMap((kind) =>
    fieldsOf(kind)
      .filter(([field, { type }]) => type === 'ref' && titleBy(kind, field).includes('shown'))
      .map(([field, spec]) => ({ kind, field, spec })),
  )

  it('does so by a listed field, and shows a title made of own values', () => {
    expect(shown.length).toBeGreaterThan(8)
    const showing = new Set<string>(shown.map(({ kind }) => kind))
    for (const { kind, field, spec } of shown) {
      expect(spec.listed, `${kind}.${field}`).toBe(true)
      expect(showing.has(spec.target ?? ''), `${kind}.${field}`).toBe(false)
    }
  })

  it('changes with it', async () => {
    const { workspace } = await makeWorkspace()
    const person = workspace.records.create('person', adding(name('Один'))).id
    workspace.records.create(
      'health',
      adding(statement('person', person), statement('date', '2024-05')),
    )
    expect(titles(workspace, { kind: 'health' })).toEqual(['Один · 2024-05'])
    const other = name('Інший')
    save(workspace, person, { ...adding(other), prefer: { names: '+0' } })
    expect(titles(workspace, { kind: 'health' })).toEqual(['Інший · 2024-05'])
  })
})
