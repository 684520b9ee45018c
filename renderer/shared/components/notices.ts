/** Tone and words of each notice of a session; both views show them. */
import type { NOTICES } from '../../../shared/contract/session.ts'
import { useT } from '../i18n/i18n.ts'
import type { Tone } from './Note.tsx'

export type NoticeName = (typeof NOTICES)[number]

export const NOTICE_TONES: Readonly<Record<NoticeName, Tone>> = {
  header_copy_used: 'caution',
  header_copy_older: 'danger',
  header_copy_repaired: 'info',
  header_tampered: 'danger',
  new_device: 'info',
  passphrase_change_finished: 'info',
  passphrase_change_unfinished: 'caution',
  older_format: 'caution',
  rolled_back: 'danger',
  opened_read_only: 'info',
  head_damaged: 'danger',
  keys_damaged: 'danger',
  entries_damaged: 'danger',
  entries_unread: 'caution',
  index_behind: 'caution',
  runtime_out_of_support: 'caution',
  core_dumps_on: 'caution',
  wasm_crypto: 'info',
}

/** Where the words of each stand. */
export const NOTICE_WORDS = {
  header_copy_used: 'notice.headerCopyUsed',
  header_copy_older: 'notice.headerCopyOlder',
  header_copy_repaired: 'notice.headerCopyRepaired',
  header_tampered: 'notice.headerTampered',
  new_device: 'notice.newDevice',
  passphrase_change_finished: 'notice.passphraseChangeFinished',
  passphrase_change_unfinished: 'notice.passphraseChangeUnfinished',
  older_format: 'notice.olderFormat',
  rolled_back: 'notice.rolledBack',
  opened_read_only: 'notice.openedReadOnly',
  head_damaged: 'notice.headDamaged',
  keys_damaged: 'notice.keysDamaged',
  entries_damaged: 'notice.entriesDamaged',
  entries_unread: 'notice.entriesUnread',
  index_behind: 'notice.indexBehind',
  runtime_out_of_support: 'notice.outOfDateRuntime',
  core_dumps_on: 'notice.coreDumpsOn',
  wasm_crypto: 'notice.wasmCrypto',
} as const satisfies Readonly<Record<NoticeName, `notice.${string}`>>

export function useNoticeWords(): (notice: NoticeName) => string {
  const t = useT()
  return (notice) => t(NOTICE_WORDS[notice])
}

/** What has to be read before going on; the rest can wait until the vault is open, where it stands too. */
export const stopsAtTheDoor = (notice: NoticeName): boolean => NOTICE_TONES[notice] !== 'info'
