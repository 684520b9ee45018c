/** `object.add`: a file joins an evidence record. Sealed under that record's key, which the file's own key needs. */
import { z } from 'zod'
import { ObjectId } from '../../../shared/ids.ts'
import { KEY_BYTES } from '../crypto/sodium.ts'
import { MAX_NAME_CHARS } from '../objects/fileName.ts'

export const ObjectAddBody = z.strictObject({
  objectId: ObjectId,
  /** Of the plaintext, taken while it was read for the first time. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Plaintext bytes, and bytes of the object in the vault. */
  size: z.number().int().min(0),
  storedSize: z.number().int().min(0),
  fileKey: z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
  /** As the sender called it, kept as evidence; cleaned whenever it is shown (objects/fileName.ts). */
  name: z.union([
    z.strictObject({ text: z.string().min(1).max(MAX_NAME_CHARS) }),
    z.strictObject({ base64: z.base64().min(4).max(MAX_NAME_CHARS) }),
  ]),
  /** By its first bytes (sniff.ts). */
  mime: z.string().min(1).max(100),
})
export type ObjectAddBody = z.infer<typeof ObjectAddBody>
