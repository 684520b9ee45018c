/** Lets one file out of the vault, after saying plainly what that means. */
import { Button, Group, Stack, Text } from '@mantine/core'
import type { EvidenceFile } from '../../../../shared/contract/records.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import { Dialog } from '../../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../../shared/components/ErrorNote.tsx'
import { Note } from '../../../shared/components/Note.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { useJob } from '../../jobs/useJobs.ts'
import classes from './Files.module.css'

interface ExportDialogProps {
  readonly record: RecordId
  readonly file: EvidenceFile
  readonly onClose: () => void
}

export function ExportDialog({ record, file, onClose }: ExportDialogProps) {
  const t = useT()
  const formats = useFormats()
  const { current, start } = useJob()
  const done = current.state === 'done'
  const save = () =>
    void start(
      'evidence.exportChosen',
      { record, objectId: file.objectId },
      t('evidence.exportJob', { name: file.name }),
    )
  return (
    <Dialog onClose={onClose} title={t('evidence.exportTitle')}>
      <Stack gap="md">
        <Text size="sm">
          <bdi className={classes.strong}>{file.name}</bdi>, {formats.bytes(file.size)}
        </Text>
        {done ? (
          <Note tone="caution" role="status">
            <p>{t('evidence.exportDone')}</p>
          </Note>
        ) : (
          <Note tone="caution">
            <p>{t('evidence.exportText')}</p>
            <p>{t('evidence.exportAdvice')}</p>
          </Note>
        )}
        {current.state === 'failed' && <ErrorNote error={current.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={onClose}>
            {done ? t('common.close') : t('common.cancel')}
          </Button>
          {!done && (
            <Button loading={current.state === 'running'} onClick={save}>
              {t('evidence.saveCopy')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
