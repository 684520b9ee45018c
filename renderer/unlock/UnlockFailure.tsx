/** Why the vault did not open, with the facts that belong to this reason. */
import type { BridgeError } from '../../shared/contract/define.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { useFormats } from '../shared/format/useFormats.ts'
import { useT } from '../shared/i18n/i18n.ts'

export function UnlockFailure({ error }: { error: BridgeError }) {
  return (
    <ErrorNote error={error}>{error.code === 'vault_in_use' && <Holder error={error} />}</ErrorNote>
  )
}

/** The lock file says since when and whether on this machine; the details are absent when the holder came just now. */
function Holder({ error }: { error: BridgeError }) {
  const t = useT()
  const formats = useFormats()
  const { since, sameDevice, pid } = error.details ?? {}
  if (typeof since !== 'number') return null
  const words = { since: formats.moment(since) }
  return (
    <p>
      {sameDevice === true ? t('unlock.inUseHere', words) : t('unlock.inUseElsewhere', words)}
      {sameDevice === true && typeof pid === 'number' && ` (${t('unlock.process', { pid })})`}
    </p>
  )
}
