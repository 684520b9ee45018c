/** The plaintext of a ledger entry as docs/format.md says it, put together anew and piece by piece. */
import { u16, u32 } from '../../electron/vault/crypto/bytes.ts'
import { bucketFor } from '../../electron/vault/ledger/entry.ts'

/** What is signed and stored after the signature. */
export function encodeSigned(head: unknown, body: Buffer): Buffer {
  const bytes = Buffer.from(JSON.stringify(head))
  return Buffer.concat([u16(bytes.length), bytes, u32(body.length), body])
}

export function encodePlain(signature: Buffer, signed: Buffer): Buffer {
  const whole = Buffer.concat([signature, signed])
  return Buffer.concat([whole, Buffer.alloc(bucketFor(whole.length) - whole.length)])
}
