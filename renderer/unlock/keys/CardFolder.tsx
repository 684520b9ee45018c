/** Where share cards are to be written: main's own dialog is asked, and only the folder's name comes back. */
import { Button, Group, Stack } from '@mantine/core'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { BridgeError } from '../../../shared/contract/define.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Keys.module.css'

export type ChosenFolder = NonNullable<CallOutput<'shares.chooseFolder'>>

interface CardFolderProps {
  readonly chosen: ChosenFolder | undefined
  readonly disabled: boolean
  readonly onChoose: (folder: ChosenFolder) => void
}

export function CardFolder({ chosen, disabled, onChoose }: CardFolderProps) {
  const t = useT()
  const [failure, setFailure] = useState<BridgeError>()
  const choose = async () => {
    setFailure(undefined)
    const answer = await call('shares.chooseFolder', {})
    if (!answer.ok) return setFailure(answer.error)
    if (answer.value) onChoose(answer.value)
  }
  return (
    <Stack gap={6} role="group" aria-labelledby="card-folder">
      <span className={classes.label} id="card-folder">
        {t('keyTask.cardFolder')}
      </span>
      <Group gap="sm">
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<FolderOpen size={16} aria-hidden />}
          onClick={() => void choose()}
        >
          {t('keyTask.chooseFolder')}
        </Button>
        {chosen && <strong className={classes.folder}>{chosen.name}</strong>}
      </Group>
      <p className={classes.hint}>{t('keyTask.cardFolderHint')}</p>
      {failure && <ErrorNote error={failure} />}
    </Stack>
  )
}
