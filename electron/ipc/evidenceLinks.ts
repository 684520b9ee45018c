/**
 * Addresses of evidence for the workspace: a random token that stands for one file of one record. A page can ask
 * for bytes only with a token that `evidence.link` gave it, and the tokens die with the lock.
 */
import { randomBytes } from 'node:crypto'
import type { ObjectId, RecordId } from '../../shared/ids.ts'

export const EVIDENCE_SCHEME = 'evidence'
/** The oldest link is dropped for a new one beyond this: more than any screen shows at once. */
export const MAX_LINKS = 1000

export interface LinkedFile {
  readonly record: RecordId
  readonly objectId: ObjectId
  readonly mime: string
}

export class EvidenceLinks {
  readonly #links = new Map<string, LinkedFile>()

  issue(file: LinkedFile): string {
    const token = randomBytes(16).toString('hex')
    this.#links.set(token, file)
    if (this.#links.size > MAX_LINKS) {
      const [oldest] = this.#links.keys()
      if (oldest !== undefined) this.#links.delete(oldest)
    }
    return `${EVIDENCE_SCHEME}://file/${token}`
  }

  resolve(url: string): LinkedFile | undefined {
    const token = /^evidence:\/\/file\/([0-9a-f]{32})$/.exec(url)?.[1]
    return token === undefined ? undefined : this.#links.get(token)
  }

  clear(): void {
    this.#links.clear()
  }
}
