/** Key files on a disk: for their user alone, never over anything, and whatever is chosen by mistake is refused. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openKeyFile } from '../../../electron/vault/keyfile/keyFile.ts'
import {
  createKeyFile,
  publicKeyOf,
  readKeyFile,
} from '../../../electron/vault/keyfile/keyFileOnDisk.ts'
import { failureCode, NATIVE, tempFolder } from '../../support/coreVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const phrase = () => Secret.fromText('ключ на флешці 3')
const create = (path: string) => createKeyFile(NATIVE, path, phrase(), { policy: WEAK_KDF })

it('writes a key file that only its user reads, and reads it back', async () => {
  const folder = tempFolder()
  const path = join(folder, 'Ключ.emanet-key')
  const publicKey = await create(path)
  expect(readdirSync(folder)).toEqual(['Ключ.emanet-key'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const { privateKey } = await openKeyFile(NATIVE, readKeyFile(path), phrase(), WEAK_KDF)
  expect(await publicKeyOf(privateKey)).toEqual(publicKey)
})

it('writes over nothing: no file, no folder', async () => {
  const folder = tempFolder()
  const path = join(folder, 'a.emanet-key')
  writeFileSync(path, 'somebody’s')
  expect(await failureCode(() => create(path))).toBe('file_exists')
  expect(readFileSync(path, 'utf8')).toBe('somebody’s')
  mkdirSync(join(folder, 'b.emanet-key'))
  expect(await failureCode(() => create(join(folder, 'b.emanet-key')))).toBe('file_exists')
})

it('leaves nothing behind when it cannot be written', async () => {
  const path = join(tempFolder(), 'absent', 'a.emanet-key')
  expect(await failureCode(() => create(path))).toBe('io_failed')
  expect(existsSync(path)).toBe(false)
})

it('reads at most 64 KiB, and neither folders, pipes nor devices', async () => {
  const folder = tempFolder()
  const file = (size: number) => {
    const path = join(folder, `${size}`)
    writeFileSync(path, Buffer.alloc(size, 1))
    return path
  }
  expect(readKeyFile(file(65_536))).toHaveLength(65_536)
  expect(await failureCode(() => readKeyFile(file(65_537)))).toBe('not_a_key_file')
  expect(readKeyFile(file(0))).toHaveLength(0)
  expect(await failureCode(() => readKeyFile(folder))).toBe('not_a_key_file')
  expect(await failureCode(() => readKeyFile('/dev/zero'))).toBe('not_a_key_file')
  expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0)
  expect(await failureCode(() => readKeyFile(join(folder, 'pipe')))).toBe('not_a_key_file')
  expect(await failureCode(() => readKeyFile(join(folder, 'absent')))).toBe('io_failed')
})
