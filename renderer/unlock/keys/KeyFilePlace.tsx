/** Where a new key file is to be written: main's own dialog is asked, and only the file's name comes back. */
import { Button, Group, Stack } from '@mantine/core'
import { FileKey } from 'lucide-react'
import { useState } from 'react'
import type { BridgeError, Result } from '../../../shared/contract/define.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import type { ChosenFolder } from './CardFolder.tsx'
import classes from './Keys.module.css'

interface KeyFilePlaceProps {
  readonly chosen: ChosenFolder | undefined
  readonly disabled: boolean
  /** Asks main's dialog. */
  readonly choose: () => Promise<Result<ChosenFolder | null>>
  readonly onChoose: (place: ChosenFolder) => void
}

export function KeyFilePlace({ chosen, disabled, choose, onChoose }: KeyFilePlaceProps) {
  const t = useT()
  const [failure, setFailure] = useState<BridgeError>()
  const ask = async () => {
    setFailure(undefined)
    const answer = await choose()
    if (!answer.ok) return setFailure(answer.error)
    if (answer.value) onChoose(answer.value)
  }
  return (
    <Stack gap={6} role="group" aria-labelledby="key-file-place">
      <span className={classes.label} id="key-file-place">
        {t('keyTask.keyFilePlace')}
      </span>
      <Group gap="sm">
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<FileKey size={16} aria-hidden />}
          onClick={() => void ask()}
        >
          {t('keyTask.chooseKeyFilePlace')}
        </Button>
        {chosen && <strong className={classes.folder}>{chosen.name}</strong>}
      </Group>
      <p className={classes.hint}>{t('keyTask.keyFilePlaceHint')}</p>
      {failure && <ErrorNote error={failure} />}
    </Stack>
  )
}
