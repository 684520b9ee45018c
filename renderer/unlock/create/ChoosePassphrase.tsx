/** Step 2: the passphrase, and the making of the vault, which takes as long as an unlock will. */
import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { ChosenVault } from '../../../shared/contract/session.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from '../Card.module.css'
import { Card } from '../Card.tsx'
import { NewPassphrase } from '../passphrase/NewPassphrase.tsx'

interface ChoosePassphraseProps {
  readonly place: ChosenVault
  readonly steps: ReactNode
  readonly onBack: () => void
  readonly onMade: (recoveryCode: string) => void
}

export function ChoosePassphrase({ place, steps, onBack, onMade }: ChoosePassphraseProps) {
  const t = useT()
  const [passphrase, setPassphrase] = useState<string>()
  const [slower, setSlower] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<BridgeError>()

  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === undefined || busy) return
    setBusy(true)
    setFailure(undefined)
    const answer = await call('vault.create', {
      folder: place.token,
      passphrase,
      kdf: slower ? 'sensitive' : 'moderate',
    })
    setBusy(false)
    if (answer.ok) onMade(answer.value.recoveryCode)
    else setFailure(answer.error)
  }

  return (
    <Card wide above={steps} title={t('create.passphraseTitle')} text={t('create.passphraseText')}>
      <form onSubmit={(event) => void make(event)}>
        <Stack gap="lg">
          <NewPassphrase
            label={t('passphrase.label')}
            autoFocus
            disabled={busy}
            onChange={setPassphrase}
          />
          <Checkbox
            label={t('create.slower')}
            description={t('create.slowerHint')}
            checked={slower}
            disabled={busy}
            onChange={(event) => setSlower(event.currentTarget.checked)}
          />
          {busy && (
            <p className={classes.waiting} role="status">
              {t('create.making')} {t('unlock.openingHint')}
            </p>
          )}
          {failure && <ErrorNote error={failure} />}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" disabled={busy} onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={passphrase === undefined}>
              {t('create.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
