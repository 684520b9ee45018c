/** docs/format.md says what the program does: its numbers, names and tables are compared with the source. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DOMAIN_TEXTS } from '../../electron/vault/crypto/domains.ts'
import { KDF_POLICY } from '../../electron/vault/crypto/kdf.ts'
import {
  APPLICATION_ID,
  FORMAT_VERSION,
  PAGE_SIZE,
  VAULT_SCHEMA,
} from '../../electron/vault/db/vaultSchema.ts'
import {
  HEADER_BYTES,
  headerBytes,
  SLOT_COUNT,
  slotBytes,
} from '../../electron/vault/header/header.ts'
import {
  LARGEST_POWER_BUCKET,
  MAX_BODY_BYTES,
  SMALLEST_BUCKET,
} from '../../electron/vault/ledger/entry.ts'
import { PLACES_PER_PAGE } from '../../electron/vault/ledger/keyPages.ts'
import * as ops from '../../electron/vault/ledger/ops.ts'
import { MAX_LABEL_BYTES } from '../../electron/vault/session/slotDirectory.ts'
import { ERROR_CODES } from '../../shared/errors.ts'

const doc = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8')
const flat = doc.replace(/\s+/g, ' ')

describe('the format document', () => {
  it('lists every domain string and no other', () => {
    const table = doc.slice(doc.indexOf('| used for | text |'), doc.indexOf('- The **vault id**'))
    const listed = [...table.matchAll(/`(Em\w+)`/g)].map((match) => match[1])
    expect(listed.sort()).toEqual(Object.values(DOMAIN_TEXTS).sort())
  })

  it('shows the schema as it is', () => {
    const sql = /```sql\n([\s\S]*?)```/.exec(doc)?.[1]
    expect(sql?.trim()).toBe(VAULT_SCHEMA.map((statement) => `${statement};`).join('\n'))
  })

  it('has the header’s parts one behind the other, to its end', () => {
    const rows = [...doc.matchAll(/^\| (\d+) \| (\d+)(?: × (\d+))? \|/gm)].map((match) => ({
      offset: Number(match[1]),
      bytes: Number(match[2]) * Number(match[3] ?? 1),
    }))
    expect(rows).toHaveLength(10)
    let end = 0
    for (const { offset, bytes } of rows) {
      expect(offset).toBe(end)
      end += bytes
    }
    expect(end).toBe(HEADER_BYTES)
    expect(flat).toContain(`The header is ${HEADER_BYTES} bytes`)
    expect(flat).toContain(`${SLOT_COUNT} × ${slotBytes(2)}`)
    expect(flat).toContain(`header of ${headerBytes(1)} bytes, with slots of ${slotBytes(1)}`)
  })

  it('states the numbers of the source', () => {
    const { minimum, maximum, levels } = KDF_POLICY
    const statements = [
      `# The vault format, version ${FORMAT_VERSION}`,
      `u16 format version = ${FORMAT_VERSION}`,
      `\`application_id\` 0x${APPLICATION_ID.toString(16)}`,
      `page size is ${PAGE_SIZE}`,
      `${minimum.ops} … ${maximum.ops} passes and ${minimum.memKiB} … ${maximum.memKiB} KiB`,
      `MODERATE (${levels.moderate.ops} passes, ${levels.moderate.memKiB} KiB)`,
      `SENSITIVE (${levels.sensitive.ops} passes, ${levels.sensitive.memKiB} KiB)`,
      `least of ${SMALLEST_BUCKET}, 384, 512, 768, 1024, … 49152, ${LARGEST_POWER_BUCKET}`,
      `JSON of at most ${MAX_BODY_BYTES / 1024 / 1024} MiB`,
      `plaintext is ${PLACES_PER_PAGE} places of 48 bytes`,
      `label (at most ${MAX_LABEL_BYTES} bytes of UTF-8)`,
    ]
    for (const statement of statements) expect(flat).toContain(statement)
  })

  it('names the ledger’s own operations and only codes that exist', () => {
    for (const op of Object.values(ops)) expect(doc).toContain(`| \`${op}\` |`)
    const codes = [...doc.matchAll(/`(ledger_\w+|keys_\w+|newer_\w+|header_damaged)`/g)].map(
      (m) => m[1],
    )
    expect(codes.length).toBeGreaterThan(5)
    const known = [...ERROR_CODES, 'keys_hash'] as string[]
    const schemaNames = ['ledger_entries_are_never_changed', 'ledger_entries_are_never_deleted']
    for (const code of codes) expect([...known, ...schemaNames]).toContain(code)
  })
})
