/** Why the vault did not open, with the facts that belong to this reason and the way on that there is. */
import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { ErrorNote, type ErrorWords } from '../shared/components/ErrorNote.tsx'
import { useFormats } from '../shared/format/useFormats.ts'
import { useT } from '../shared/i18n/i18n.ts'
import { type Secret, WhatStillOpens } from './WhatStillOpens.tsx'

/** The secret was right: what is wrong is the ledger or its keys. */
const LEDGER_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ledger_damaged',
  'ledger_missing_entry',
  'ledger_reordered',
  'ledger_truncated',
  'ledger_signature_invalid',
  'keys_damaged',
])

interface UnlockFailureProps {
  readonly error: BridgeError
  /** Where those of the code are about something else than what was typed. */
  readonly words?: ErrorWords | undefined
  /** What was typed when it failed, for trying again in another way. */
  readonly secret?: Secret | undefined
  readonly onReadOnly?: () => void
  /** Stands below: the countdown, or a hint. */
  readonly children?: ReactNode
}

export function UnlockFailure({ error, words, secret, onReadOnly, children }: UnlockFailureProps) {
  const t = useT()
  return (
    <Stack gap="sm" align="stretch">
      <ErrorNote error={error} words={words}>
        {error.code === 'vault_in_use' && <Holder error={error} />}
        {error.code === 'newer_format' && typeof error.details?.version === 'number' && (
          <p>{t('unlock.formatOf', { version: error.details.version })}</p>
        )}
      </ErrorNote>
      {error.code === 'read_only' && onReadOnly && (
        <Button variant="default" onClick={onReadOnly}>
          {t('unlock.readOnly')}
        </Button>
      )}
      {LEDGER_CODES.has(error.code) && secret && <WhatStillOpens secret={secret} />}
      {children}
    </Stack>
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
