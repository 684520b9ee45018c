/**
 * docs/format.md names every derivation context that the source uses, with its ids, and its sizes and limits are those
 * of the source: each number below comes out of the program and is looked for in the document.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  MAX_BOX_BYTES,
  ROW_FIXED_BYTES,
  SEGMENT_MAGIC,
} from '../../electron/vault/backup/segment.ts'
import { SNAPSHOT_VERSION } from '../../electron/vault/backup/snapshot.ts'
import { DOMAIN_BYTES, ID_BYTES } from '../../electron/vault/crypto/bytes.ts'
import { PUBLIC_KEY_PREFIX } from '../../electron/vault/crypto/publicKeyText.ts'
import { newRecoveryCode } from '../../electron/vault/crypto/recoveryCode.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import * as xwing from '../../electron/vault/crypto/xwing.ts'
import { MAX_MINUTES } from '../../electron/vault/custodian/types.ts'
import { lockIdentity } from '../../electron/vault/folder/lock.ts'
import {
  DIRECTORY_ENTRY_BYTES,
  SLOT_BOX_BYTES,
  SLOT_COUNT,
  slotBytes,
} from '../../electron/vault/header/header.ts'
import { KEY_FILE_BYTES, KEY_FILE_VERSION } from '../../electron/vault/keyfile/keyFile.ts'
import { COMPARTMENT_ROW } from '../../electron/vault/ledger/chain.ts'
import {
  COMPARTMENT_PLAIN_BYTES,
  MAX_WRAPS,
  SHARE_SET_ID_BYTES,
  WRAP_BYTES,
} from '../../electron/vault/ledger/compartmentRow.ts'
import { bucketFor, isOp, SMALLEST_BUCKET } from '../../electron/vault/ledger/entry.ts'
import { PAGE_PLAIN_BYTES, PLACES_PER_PAGE } from '../../electron/vault/ledger/keyPages.ts'
import {
  CARD_BYTES,
  CARD_VERSION,
  MAX_SHARES,
  MIN_SHARES,
  SECRET_BYTES,
  SET_ID_BYTES,
  SHARE_BYTES,
  VAULT_MARK_BYTES,
} from '../../electron/vault/shares/card.ts'
import { CARD_WORDS } from '../../electron/vault/shares/cardText.ts'
import * as index from '../../electron/vault/snapshot/format.ts'
import { WORTH_WRITING } from '../../electron/vault/snapshot/indexSnapshots.ts'
import { LongText, ShortText } from '../../shared/model/values.ts'
import { NATIVE } from '../support/coreVault.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const doc = readFileSync(at('docs/format.md'), 'utf8')
const flat = doc.replace(/\s+/g, ' ')
const section = (from: string, to: string) => doc.slice(doc.indexOf(from), doc.indexOf(to))

describe('the derivation contexts in the format document', () => {
  const sources = readdirSync(at('electron'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(at('electron'), name), 'utf8'))
  const rows = [
    ...section('## 5. Keys', '**Compartments.**').matchAll(/^\| `(Em\w{6})` (\w+) \|/gm),
  ]
  const listed = rows.map(([, context = '', id = '']) => [context, id] as const)

  it('are those of the source and no others', () => {
    // Eight characters in quotes: a domain has other lengths, or stands in domains.ts.
    const used = sources.flatMap((text) => [...text.matchAll(/'(Em[A-Z][A-Za-z_]{5})'/g)])
    const contexts = new Set(used.map(([, context = '']) => context))
    contexts.delete('EmSlot1')
    expect([...new Set(listed.map(([context]) => context))].sort()).toEqual([...contexts].sort())
    expect(contexts.size).toBe(12)
  })

  it('have the ids that the source gives them', () => {
    const calls = sources.flatMap((text) => [
      ...text.matchAll(/deriveKey\([^,()]+, (\w+), '(Em\w{6})'\)/g),
      ...[...text.matchAll(/deriveKey\('(Em\w{6})', (\d)\)/g)].map(([all, context, id]) => [
        all,
        id,
        context,
      ]),
    ])
    expect(calls.length).toBeGreaterThan(13)
    for (const [, id = '', context = ''] of calls) {
      const ids = listed.filter(([name]) => name === context).map(([, listedId]) => listedId)
      // A number that varies is a letter in the document.
      const fits = /^\d+$/.test(id) ? ids.includes(id) : ids.some((each) => /^[a-z]$/.test(each))
      expect([context, id, fits]).toEqual([context, id, true])
    }
  })
})

describe('the sizes in the format document', () => {
  it('are those of the source', () => {
    const mib = 1024 * 1024
    const statements = [
      `padded with zero bytes to exactly ${DOMAIN_BYTES} bytes`,
      `record ids and device ids are ${ID_BYTES} bytes, in JSON ${2 * ID_BYTES} lower-case`,
      `public key ${xwing.XWING_PUBLIC_KEY_BYTES} bytes, private key (a seed) ${xwing.XWING_PRIVATE_KEY_BYTES}, ciphertext ${xwing.XWING_CIPHERTEXT_BYTES}`,
      `slots 0 … ${SLOT_COUNT - 1}`,
      `A slot is ${slotBytes(2)} bytes`,
      `| ${SLOT_BOX_BYTES} | box of the root key`,
      `plaintext is ${SLOT_COUNT} × ${DIRECTORY_ENTRY_BYTES} bytes`,
      `plaintext is always ${COMPARTMENT_PLAIN_BYTES} bytes`,
      `A wrap is ${WRAP_BYTES} bytes`,
      `| id of the set (${SHARE_SET_ID_BYTES}), zeros (${16 - SHARE_SET_ID_BYTES}) |`,
      `the ${WRAP_BYTES - 24 - 48} bytes before the nonce`,
      `counts as page 0x${COMPARTMENT_ROW.toString(16)} of its c`,
      `${PLACES_PER_PAGE} places of ${PAGE_PLAIN_BYTES / PLACES_PER_PAGE} bytes`,
      `in steps of ${PLACES_PER_PAGE}.`,
      `version\` ${SNAPSHOT_VERSION};`,
      `"${SEGMENT_MAGIC.toString('latin1').replace('\r\n', '\\r\\n')}"\` (${SEGMENT_MAGIC.length})`,
      `A box is at most ${MAX_BOX_BYTES / mib} MiB`,
      `u16 version = ${KEY_FILE_VERSION} |`,
      `It is ${KEY_FILE_BYTES} bytes`,
      `\`${PUBLIC_KEY_PREFIX}\` and the base64url form`,
      `of the ${xwing.XWING_PUBLIC_KEY_BYTES} bytes of the public key and the first 4 bytes`,
      `A secret of ${SECRET_BYTES} bytes is split`,
      `${MIN_SHARES} ≤ k ≤ n ≤ ${MAX_SHARES}`,
      `**Share.** ${SHARE_BYTES} bytes`,
      `**Card.** ${CARD_BYTES} bytes`,
      `version of the card = ${CARD_VERSION} in the high four bits`,
      `**Set id.** The first ${SET_ID_BYTES} bytes`,
      `| ${VAULT_MARK_BYTES} | the first ${VAULT_MARK_BYTES} bytes of the vault id`,
      `The ${CARD_BYTES * 8} bits, most significant first, are ${CARD_WORDS} numbers of ${(CARD_BYTES * 8) / CARD_WORDS} bits`,
      `base32 (RFC 4648, ${(CARD_BYTES * 8) / 5} capital letters`,
      `| ${index.HEADER_BYTES} … | chunks of ${index.CHUNK_BYTES} + ${index.SEALED_CHUNK_BYTES - index.CHUNK_BYTES} bytes`,
      `header (${index.HEADER_BYTES} bytes)`,
      `the working index in steps of ${index.CHUNK_BYTES / mib} MiB`,
      `${WORTH_WRITING} entries came since the last`,
      `for so long, 1 … ${MAX_MINUTES}`,
      `cut into ${newRecoveryCode().split(' ').length} numbers of 11 bits`,
    ]
    expect(MAX_WRAPS).toBe(4)
    expect(flat).toContain('one to four wraps')
    for (const statement of statements) expect(flat).toContain(statement)
  })

  it('of what is limited are tried one below, at and above', () => {
    expect([64, 65].map((length) => isOp('a'.repeat(length)))).toEqual([true, false])
    expect(flat).toContain('at most 64 characters')
    const takes = (schema: typeof ShortText, length: number) =>
      schema.safeParse('х'.repeat(length)).success
    expect([0, 1, 500, 501].map((n) => takes(ShortText, n))).toEqual([false, true, true, false])
    expect([100_000, 100_001].map((n) => takes(LongText, n))).toEqual([true, false])
    expect(flat).toContain(
      '| text | string of 1 to 500 characters | | longText | string of 1 to 100000',
    )
    const secret = Secret.fromBytes(Buffer.alloc(32))
    expect(lockIdentity(NATIVE, secret, 0).device).toMatch(/^[0-9a-f]{16}$/)
    expect(flat).toContain('`device` is the first 8 bytes of')
  })

  it('of buckets are the least that hold an entry', () => {
    const sizes = new Set<number>()
    for (let length = 1; length <= 65_536; length += 1) sizes.add(bucketFor(length))
    const powers = Array.from({ length: 9 }, (_, power) => SMALLEST_BUCKET * 2 ** power)
    const expected = powers.flatMap((power) => (power === 65_536 ? [power] : [power, power * 1.5]))
    expect([...sizes]).toEqual(expected)
    expect([65_537, 131_072, 131_073].map(bucketFor)).toEqual([131_072, 131_072, 196_608])
  })

  it('of a row in a segment are the sum of its parts', () => {
    const [, row = ''] = /where a row is (seq .*?box length u32) \| box/.exec(flat) ?? []
    const parts = { 'seq u64': 8, 'prev 32': 32, 'nonce 24': 24, 'box length u32': 4 }
    expect(row.split(' | ')).toEqual(Object.keys(parts))
    expect(Object.values(parts).reduce((sum, part) => sum + part)).toBe(ROW_FIXED_BYTES)
  })

  /** `| 0–7 |` rows without a gap; gives where they end. */
  const endOf = (text: string): number => {
    let end = 0
    for (const [, from, to] of text.matchAll(/^\| (\d+)–(\d+) \|/gm)) {
      expect(Number(from)).toBe(end)
      end = Number(to) + 1
    }
    return end
  }

  it('of a key file, an index and a card follow one another to the end', () => {
    expect(endOf(section('## 14. Key files', 'Key of the box:'))).toBe(KEY_FILE_BYTES)
    expect(endOf(section('### 9.1 Snapshot', '**When it is used.**'))).toBe(index.HEADER_BYTES)
    const card = [...section('**Card.**', '**Set id.**').matchAll(/^\| byte (\d+) \| (\d+) \|/gm)]
    let end = 0
    for (const [, from, length] of card) {
      expect(Number(from)).toBe(end)
      end += Number(length)
    }
    expect(end).toBe(CARD_BYTES)
  })

  it('of a slot, a wrap and a directory entry add up', () => {
    const sum = (text: string) =>
      [...text.matchAll(/^\| (\d+) \|/gm)].reduce((total, [, bytes]) => total + Number(bytes), 0)
    expect(sum(section('A slot is 1201', 'The H over the ciphertext'))).toBe(slotBytes(2))
    const wrap = section('| bytes of a wrap |', 'The key of a wrap')
    const small = 1 + 4 + 4 + 1 + 1 + 8
    expect(wrap.match(/\bu8\b|\bu32\b|\bu64\b/g)).toEqual(['u8', 'u32', 'u32', 'u8', 'u8', 'u64'])
    expect(sum(wrap) + small).toBe(WRAP_BYTES)
  })
})
