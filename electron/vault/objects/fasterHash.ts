/**
 * BLAKE2b-256 from whichever libsodium build is faster on this machine. Surprising but measured: on
 * several x86 processors the vector code of the native build takes half as long again as the WebAssembly
 * build's plain code, and hashing the stored bytes is the longest single part of storing a file.
 */
import { loadSodium } from '../crypto/loadSodium.ts'
import type { HashStream, Sodium, SodiumBuild } from '../crypto/sodium.ts'

const PROBE_BYTES = 1 << 20
const PROBES = 5

/** A maker of hash streams that also take memory shared between threads. */
export async function fasterHash(build: SodiumBuild): Promise<() => HashStream> {
  const wasm = await loadSodium('wasm')
  if (build === 'wasm') return () => wasm.hashStream()
  const native = await loadSodium('native')
  return probe(native) < probe(wasm) ? () => throughPrivateMemory(native) : () => wasm.hashStream()
}

/** Milliseconds for one piece, the best of a few: the first ones also pay for compiling the code. */
function probe(sodium: Sodium): number {
  const piece = Buffer.alloc(PROBE_BYTES)
  const stream = sodium.hashStream()
  const times = Array.from({ length: PROBES }, () => {
    const start = performance.now()
    stream.update(piece)
    return performance.now() - start
  })
  return Math.min(...times)
}

/** The native addon refuses shared memory on Node 20: its input is copied (a tenth of the hash's time). */
export function throughPrivateMemory(sodium: Sodium): HashStream {
  const stream = sodium.hashStream()
  const copy = Buffer.alloc(PROBE_BYTES)
  return {
    update(bytes) {
      for (let from = 0; from < bytes.length; from += copy.length) {
        const piece = bytes.subarray(from, from + copy.length)
        copy.set(piece)
        stream.update(copy.subarray(0, piece.length))
      }
    },
    final: () => stream.final(),
  }
}
