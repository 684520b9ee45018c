/** Tone and words of each notice of a session; both views show them. */
import type { NOTICES } from '../../../shared/contract/session.ts'
import { useT } from '../i18n/i18n.ts'
import type { Tone } from './Note.tsx'

type NoticeName = (typeof NOTICES)[number]

export const NOTICE_TONES: Readonly<Record<NoticeName, Tone>> = {
  header_copy_used: 'caution',
  runtime_out_of_support: 'caution',
  wasm_crypto: 'info',
}

export function useNoticeWords(): Readonly<Record<NoticeName, string>> {
  const t = useT()
  return {
    header_copy_used: t('shell.headerCopyUsed'),
    runtime_out_of_support: t('shell.outOfDateRuntime'),
    wasm_crypto: t('shell.wasmCrypto'),
  }
}
