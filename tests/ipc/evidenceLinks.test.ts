import { describe, expect, it } from 'vitest'
import { EvidenceLinks, MAX_LINKS } from '../../electron/ipc/evidenceLinks.ts'
import type { ObjectId, RecordId } from '../../shared/ids.ts'

const FILE = {
  record: '1'.repeat(32) as RecordId,
  objectId: '2'.repeat(64) as ObjectId,
  mime: 'image/png',
}

describe('a link', () => {
  it('leads to its file until the links are cleared', () => {
    const links = new EvidenceLinks()
    const url = links.issue(FILE)
    expect(url).toMatch(/^evidence:\/\/file\/[0-9a-f]{32}$/)
    expect(url).not.toContain(FILE.objectId.slice(0, 8))
    expect(links.resolve(url)).toEqual(FILE)
    links.clear()
    expect(links.resolve(url)).toBeUndefined()
  })

  it('leads nowhere when it is not exactly as it was given out', () => {
    const links = new EvidenceLinks()
    const url = links.issue(FILE)
    const wrong = [
      `${url}/`,
      `${url}?`,
      `${url}#`,
      url.slice(0, -1),
      url.toUpperCase(),
      ` ${url}`,
      '',
    ]
    expect(wrong.map((each) => links.resolve(each))).toEqual(wrong.map(() => undefined))
  })

  it('of which there are too many drops the oldest', () => {
    const links = new EvidenceLinks()
    const urls = Array.from({ length: MAX_LINKS }, () => links.issue(FILE))
    expect(links.resolve(urls[0] ?? '')).toEqual(FILE)
    links.issue(FILE)
    expect(links.resolve(urls[0] ?? '')).toBeUndefined()
    expect(links.resolve(urls[1] ?? '')).toEqual(FILE)
  })
})
