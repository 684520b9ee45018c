/** Of a vault whose ledger is damaged: how much of it still opens, counted when it is asked for, and what to do. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'
import type { Examined } from '../../shared/contract/session.ts'
import { KINDS } from '../../shared/model/kind.ts'
import { type CallArguments, call } from '../shared/bridge/client.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { Note } from '../shared/components/Note.tsx'
import { useFormats } from '../shared/format/useFormats.ts'
import { useLabels, useT } from '../shared/i18n/i18n.ts'
import { useProgress } from './useProgress.ts'
import { WorkProgress } from './WorkProgress.tsx'

/** More would not be read; the check of the backups and the command line name all. */
const STRETCHES_SHOWN = 8

export type Secret = CallArguments<'vault.examine'>[0]

export function WhatStillOpens({ secret }: { secret: Secret }) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Examined>()
  const [failure, setFailure] = useState<BridgeError>()
  const progress = useProgress('reading', busy)

  const examine = async () => {
    setBusy(true)
    setFailure(undefined)
    const answer = await call('vault.examine', secret)
    setBusy(false)
    if (answer.ok) setFound(answer.value)
    else setFailure(answer.error)
  }

  if (busy) {
    return <WorkProgress label={t('unlock.examining')} progress={progress} unit="items" />
  }
  return (
    <>
      {failure && <ErrorNote error={failure} />}
      {found ? (
        <Found found={found} />
      ) : (
        <Button variant="default" onClick={() => void examine()}>
          {t('unlock.examine')}
        </Button>
      )}
    </>
  )
}

function Found({ found }: { found: Examined }) {
  const t = useT()
  const formats = useFormats()
  const labels = useLabels()
  const { entries, readable, damaged, keysDamaged, endDamaged } = found
  const records = KINDS.flatMap((kind) => {
    const count = found.records[kind] ?? 0
    return count > 0 ? [`${labels.kinds[kind].many}: ${formats.number(count)}`] : []
  })
  const words = damaged
    .slice(0, STRETCHES_SHOWN)
    .map(({ from, to }) =>
      from === to ? formats.number(from) : `${formats.number(from)}–${formats.number(to)}`,
    )
  return (
    <Note
      tone="caution"
      role="status"
      title={t('unlock.stillOpen', {
        readable: formats.number(readable),
        entries: formats.number(entries),
      })}
    >
      {words.length > 0 && (
        <p>
          {t('unlock.damagedEntries', { list: words.join('; ') })}
          {damaged.length > words.length && ` ${t('unlock.damagedMore')}`}
        </p>
      )}
      {records.length > 0 && <p>{t('unlock.stillRead', { list: records.join('; ') })}</p>}
      {keysDamaged && <p>{t('notice.keysDamaged')}</p>}
      {endDamaged && <p>{t('notice.headDamaged')}</p>}
      <p>{t('unlock.damagedNext')}</p>
    </Note>
  )
}
