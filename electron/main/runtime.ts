/** What this machine's runtime is worth: the notices a person sees before anything is typed. */
import type { z } from 'zod'
import type { Notice } from '../../shared/contract/session.ts'
import type { SodiumBuild } from '../vault/crypto/sodium.ts'

/** Electron supports its three newest majors; below this the one that runs gets no security fixes. */
export const OLDEST_SUPPORTED_ELECTRON = 43

export function runtimeNotices(
  electronVersion: string | undefined,
  build: SodiumBuild,
  noCoreDumps = true,
): z.infer<typeof Notice>[] {
  const major = Number.parseInt(electronVersion ?? '', 10)
  return [
    ...(major >= OLDEST_SUPPORTED_ELECTRON ? [] : (['runtime_out_of_support'] as const)),
    ...(noCoreDumps ? [] : (['core_dumps_on'] as const)),
    ...(build === 'wasm' ? (['wasm_crypto'] as const) : []),
  ]
}
