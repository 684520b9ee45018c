/** A re-key in a thread: the same as without one, and the caller's thread keeps answering. */
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { rekeyInThread } from '../../../electron/vault/rekey/rekeyThread.ts'
import { eachBuild, failureCode, NATIVE, tempFolder } from '../../support/coreVault.ts'
import { contentOf, NEXT_PASSPHRASE } from '../../support/rekeying.ts'
import { makeRichVault, RICH_PASSPHRASE } from '../../support/richVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const options = (folder: string, typed = RICH_PASSPHRASE) => ({
  folder,
  credential: Secret.fromText(typed),
  passphrase: Secret.fromText(NEXT_PASSPHRASE),
  kdf: 'moderate' as const,
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 9)),
  policy: WEAK_KDF,
})
const besideOf = (folder: string) =>
  readdirSync(dirname(folder)).filter((name) => name !== 'sources')

eachBuild('a re-key in a thread', (sodium) => {
  it('does what it does without one, and tells of its progress', async () => {
    const { folder } = await makeRichVault(tempFolder(), { sodium, policy: WEAK_KDF, people: 2 })
    const content = await contentOf(folder, sodium, RICH_PASSPHRASE)
    const seen: number[] = []
    const onProgress = (done: number) => seen.push(done)
    const result = await rekeyInThread({ ...options(folder), sodium, onProgress })
    expect(result).toMatchObject({ objects: 6, resumed: false, before: 'Rich.before-rekey' })
    expect(seen[0]).toBe(0)
    expect(await contentOf(folder, sodium, NEXT_PASSPHRASE)).toEqual(content)
  })

  it('ends with the code of what went wrong', async () => {
    const { folder } = await makeRichVault(tempFolder(), { sodium, policy: WEAK_KDF, sizes: [] })
    const wrong = () => rekeyInThread({ ...options(folder, 'щось інше'), sodium })
    expect(await failureCode(wrong)).toBe('wrong_passphrase')
  })
})

it('a re-key that was cancelled before it began leaves nothing', async () => {
  const { folder } = await makeRichVault(tempFolder(), { sodium: NATIVE, policy: WEAK_KDF })
  const controller = new AbortController()
  controller.abort()
  const run = () => rekeyInThread({ ...options(folder), sodium: NATIVE, signal: controller.signal })
  expect(await failureCode(run)).toBe('cancelled')
  expect(besideOf(folder)).toEqual(['Rich.emanet'])
})

it('a re-key of a vault so small that it has no pause is cancelled too', async () => {
  const { folder } = await makeRichVault(tempFolder(), {
    ...{ sodium: NATIVE, policy: WEAK_KDF, people: 1, sizes: [] },
  })
  const { signal, onProgress } = abortedAtFirstProgress()
  const run = () => rekeyInThread({ ...options(folder), sodium: NATIVE, signal, onProgress })
  expect(await failureCode(run)).toBe('cancelled')
})

function abortedAtFirstProgress() {
  const controller = new AbortController()
  return { signal: controller.signal, onProgress: () => controller.abort() }
}
