/** A key file, chosen in main's own dialog and looked at there: only its name comes back. Then its passphrase. */
import { Button, Group, Stack } from '@mantine/core'
import { FileKey } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { BridgeError } from '../../shared/contract/define.ts'
import { call } from '../shared/bridge/client.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'

export type ChosenKeyFile = NonNullable<CallOutput<'vault.chooseKeyFile'>>

interface KeyFileFieldProps {
  readonly chosen: ChosenKeyFile | undefined
  readonly disabled: boolean
  readonly onChoose: (file: ChosenKeyFile | undefined) => void
  /** Leads to where one is made for a vault that is somewhere else. */
  readonly onMake: () => void
}

export function KeyFileField({ chosen, disabled, onChoose, onMake }: KeyFileFieldProps) {
  const t = useT()
  const [failure, setFailure] = useState<BridgeError>()
  const choose = async () => {
    setFailure(undefined)
    const answer = await call('vault.chooseKeyFile', {})
    if (!answer.ok) {
      onChoose(undefined)
      return setFailure(answer.error)
    }
    if (answer.value) onChoose(answer.value)
  }
  return (
    <Stack gap={8}>
      <p className={classes.cardsCount}>{t('unlock.keyFileText')}</p>
      <Group gap="sm">
        <Button
          variant="default"
          autoFocus
          disabled={disabled}
          leftSection={<FileKey size={16} aria-hidden />}
          onClick={() => void choose()}
        >
          {t('unlock.keyFileChoose')}
        </Button>
        {chosen && <strong>{chosen.name}</strong>}
        {!chosen && (
          <Button variant="subtle" size="compact-sm" disabled={disabled} onClick={onMake}>
            {t('makeKeyFile.link')}
          </Button>
        )}
      </Group>
      {failure && <ErrorNote error={failure} />}
    </Stack>
  )
}
