/**
 * Child process on a small disk of its own: re-keys a vault with more and more room, and tells as JSON how each run
 * ended and whether the old vault still said the same.
 */

import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { contentOf, NEXT_PASSPHRASE, rekey } from '../rekeying.ts'
import { makeRichVault, RICH_PASSPHRASE } from '../richVault.ts'
import { WEAK_KDF } from '../weakKdf.ts'

const [disk = ''] = process.argv.slice(2)
const sodium = await loadSodium()
const place = join(disk, 'place')
mkdirSync(place)
const { folder } = await makeRichVault(place, {
  sodium,
  policy: WEAK_KDF,
  people: 2,
  sizes: [1, 700_000, 900_000],
})
rmSync(join(place, 'sources'), { recursive: true })
const content = await contentOf(folder, sodium, RICH_PASSPHRASE)

const runs = []
let result: Awaited<ReturnType<typeof rekey>> | undefined
for (const room of [0, 40_000, 200_000, 900_000, 1_400_000, 2_200_000]) {
  const { bavail, bsize } = statfsSync(disk)
  const ballast = bavail * bsize - room
  if (ballast > 0) writeFileSync(join(disk, 'ballast'), Buffer.alloc(ballast))
  let code = 'done'
  try {
    result = await rekey(folder, sodium)
  } catch (error) {
    code = isVaultError(error) ? error.code : String(error)
  }
  rmSync(join(disk, 'ballast'), { force: true })
  if (code === 'done') break
  runs.push([code, isDeepStrictEqual(await contentOf(folder, sodium, RICH_PASSPHRASE), content)])
}
result ??= await rekey(folder, sodium)
process.stdout.write(
  JSON.stringify({
    runs,
    resumed: result.resumed,
    same: isDeepStrictEqual(await contentOf(folder, sodium, NEXT_PASSPHRASE), content),
    beside: readdirSync(place).sort(),
  }),
)
