/** A re-key was begun and is not finished: nothing is lost, and it can be gone on with or given up. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { BridgeError } from '../../shared/contract/define.ts'
import { call } from '../shared/bridge/client.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { Note } from '../shared/components/Note.tsx'
import { useT } from '../shared/i18n/i18n.ts'

/** Beside the passphrase of the vault, which opens as before. */
export function RekeyOffer({ disabled, onGoOn }: { disabled: boolean; onGoOn: () => void }) {
  const t = useT()
  return (
    <Note tone="caution" title={t('rekey.cutOff')}>
      <p>{t('rekey.cutOffText')}</p>
      <Button variant="default" size="xs" disabled={disabled} onClick={onGoOn}>
        {t('rekey.goOn')}
      </Button>
    </Note>
  )
}

interface RekeyCutOffProps {
  /** Of the vault. */
  readonly token: string
  readonly disabled: boolean
  readonly onDiscarded: () => void
}

/** Where it is gone on with: what has to be typed for that, and the way to be rid of it, asked twice. */
export function RekeyCutOff({ token, disabled, onDiscarded }: RekeyCutOffProps) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()
  const discard = async () => {
    setBusy(true)
    setFailure(undefined)
    const answer = await call('vault.discardRekey', { folder: token })
    setBusy(false)
    if (answer.ok) onDiscarded()
    else setFailure(answer.error)
  }
  return (
    <>
      <Note tone="caution" title={t('rekey.cutOff')}>
        <p>{t('rekey.cutOffSame')}</p>
        {asking ? (
          <>
            <p>{t('rekey.discardText')}</p>
            <Group gap="sm" mt={10}>
              <Button size="xs" color="red" loading={busy} onClick={() => void discard()}>
                {t('rekey.discardNow')}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                onClick={() => {
                  setAsking(false)
                  setFailure(undefined)
                }}
              >
                {t('common.cancel')}
              </Button>
            </Group>
          </>
        ) : (
          <Button variant="default" size="xs" disabled={disabled} onClick={() => setAsking(true)}>
            {t('rekey.discard')}
          </Button>
        )}
      </Note>
      {failure && <ErrorNote error={failure} />}
    </>
  )
}
