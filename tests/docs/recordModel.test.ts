/** The record model in docs/format.md (§12) is the one in shared/model: every kind, field, type and value. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ObjectAddBody } from '../../electron/vault/evidence/objectOp.ts'
import { Basis, SetBody, StoredStatement } from '../../electron/vault/records/ops.ts'
import { AUDIENCES } from '../../shared/dossier/audience.ts'
import { BODY_REGIONS, BODY_VIEWS, CONSISTENCY, MARK_TYPES } from '../../shared/model/bodyMark.ts'
import { CONSENT_DATA, IDENTITY_LEVELS } from '../../shared/model/consentScope.ts'
import { CONFIDENTIALITY } from '../../shared/model/field.ts'
import { KINDS } from '../../shared/model/kind.ts'
import { fieldsOf } from '../../shared/model/model.ts'
import { NAME_LANGUAGES, NAME_TYPES, REGIMES } from '../../shared/model/values.ts'

const doc = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8')
const part = (from: string, to: string) => doc.slice(doc.indexOf(from), doc.indexOf(to))
const words = (text: string) => [...text.matchAll(/`(\w+)`/g)].map((match) => match[1])

describe('the record model in the format document', () => {
  it('lists every field of every kind with its type, its values and whether it may have several', () => {
    const expected = KINDS.flatMap((kind) =>
      fieldsOf(kind).map(([name, { type, values, target, many }]) => {
        const of = values ? `: ${values.map((value) => `\`${value}\``).join(' ')}` : ''
        return `| ${kind} | \`${name}\` | ${type}${of}${target ? ` → ${target}` : ''} | ${many ? 'yes' : ''} |`
      }),
    )
    const table = part('<!-- table:fields begin', '<!-- table:fields end')
    const rows = table.split('\n').filter((line) => /^\| \w+ \| `/.test(line))
    expect(rows).toEqual(expected)
  })

  it('describes every type that a field has, with the words its values take', () => {
    const table = part('<!-- table:types begin', '<!-- table:types end')
    const described = [...table.matchAll(/^\| (\w+) \| /gm)].map((match) => match[1])
    const used = new Set(KINDS.flatMap((kind) => fieldsOf(kind).map(([, { type }]) => type)))
    expect(described.filter((type) => type !== 'type').sort()).toEqual([...used].sort())
    const row = (type: string) => table.split('\n').find((line) => line.startsWith(`| ${type} |`))
    expect(words(row('name') ?? '')).toEqual(['lang', ...NAME_LANGUAGES, 'type', ...NAME_TYPES])
    expect(words(row('sentence') ?? '')).toEqual(['regime', ...REGIMES])
    expect(words(row('bodyMark') ?? '')).toEqual([
      ...['x', 'y', 'view', ...BODY_VIEWS, 'region', ...BODY_REGIONS, 'type', ...MARK_TYPES],
      ...['consistency', ...CONSISTENCY],
    ])
    expect(words(row('consentScope') ?? '')).toEqual([
      ...['audience', ...AUDIENCES, 'data', ...CONSENT_DATA, 'level', ...IDENTITY_LEVELS],
    ])
  })

  it('names every member of the bodies', () => {
    const section = part('### 12.1', '### 12.2')
    const members = [
      ...Object.keys(SetBody.shape),
      ...Object.keys(StoredStatement.shape),
      ...Object.keys(Basis.shape),
      ...Object.keys(ObjectAddBody.shape),
      ...CONFIDENTIALITY,
    ]
    for (const member of members) expect(section).toMatch(new RegExp(`\\b${member}\\b`))
  })
})
