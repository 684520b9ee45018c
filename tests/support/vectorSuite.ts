/**
 * Runs every vector of a folder through both libsodium builds, and through each reader that the folder has: what
 * comes of it is `opens`, after everything that the vector says was compared, or the code that it names.
 */
import { expect, it } from 'vitest'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import type { Credential } from '../../electron/vault/session/session.ts'
import { isVaultError } from '../../shared/errors.ts'
import { eachBuild } from './coreVault.ts'
import { readVectors, type Vector, type VectorFolder } from './vectors.ts'

/** `opens` or a code; may throw a VaultError instead. */
export type VectorReader = (sodium: Sodium, vector: Vector) => Promise<string> | string

/** `readers` by the vector's line `what`: one, or several that must all say the same. */
export function vectorSuite(
  folder: VectorFolder,
  readers: Readonly<Record<string, VectorReader | Readonly<Record<string, VectorReader>>>>,
): readonly Vector[] {
  const vectors = readVectors(folder)
  const tried: string[] = []
  eachBuild(`the vectors of ${folder}`, (build) => {
    const sodium = rememberingPasswords(build)
    it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (name, vector) => {
      const found = readers[vector.text('what')]
      if (!found) expect.fail(`no reader for ${vector.text('what')}`)
      for (const [reader, read] of Object.entries(
        typeof found === 'function' ? { '': found } : found,
      )) {
        expect([reader, await outcomeOf(read, sodium, vector)]).toEqual([
          reader,
          vector.text('outcome'),
        ])
        tried.push(`${sodium.build} ${name} ${reader}`.trim())
      }
    })
  })
  it(`no vector of ${folder} was left out, with either build or by any reader`, () => {
    const expected = vectors.flatMap(({ name, text }) => {
      const found = readers[text('what')]
      const names = typeof found === 'object' ? Object.keys(found) : ['']
      return ['native', 'wasm'].flatMap((build) =>
        names.map((reader) => `${build} ${name} ${reader}`.trim()),
      )
    })
    expect(tried.toSorted()).toEqual(expected.toSorted())
  })
  return vectors
}

async function outcomeOf(read: VectorReader, sodium: Sodium, vector: Vector): Promise<string> {
  try {
    return await read(sodium, vector)
  } catch (error) {
    if (isVaultError(error)) return error.code
    throw error
  }
}

/** What a vector says opens it: a line `passphrase`, `key file` or `shares`. */
export function credentialOf(vector: Vector): Credential {
  if (vector.optional('key file') !== undefined) {
    return { kind: 'keyFile', privateKey: Secret.fromBytes(vector.hex('key file')) }
  }
  if (vector.optional('shares') !== undefined) {
    return { kind: 'shares', secret: Secret.fromBytes(vector.hex('shares')) }
  }
  return Secret.fromText(vector.text('passphrase'))
}

/** Many vectors have one passphrase, and the WebAssembly build starts a thread for each hash of it: once will do. */
function rememberingPasswords(sodium: Sodium): Sodium {
  const known = new Map<string, Promise<Buffer>>()
  const pwhash: Sodium['pwhash'] = async (password, salt, cost) => {
    const name = JSON.stringify([[...password], [...salt], cost])
    const hashed = known.get(name) ?? sodium.pwhash(password, salt, cost)
    known.set(name, hashed)
    // Whoever gets it wipes it.
    return Buffer.from(await hashed)
  }
  return new Proxy(sodium, {
    get(target, name) {
      if (name === 'pwhash') return pwhash
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
