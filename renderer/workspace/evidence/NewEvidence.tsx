/** A new evidence item from dropped files: a title is enough, the rest can be told later. */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { MODEL } from '../../../shared/model/model.ts'
import { DEFAULT_GRADE } from '../../../shared/model/statement.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './files/Files.module.css'
import { intake } from './files/intake.ts'
import type { DroppedFile } from './files/upload.ts'

interface NewEvidenceProps {
  readonly files: readonly DroppedFile[]
  readonly onMade: (record: RecordId) => void
  readonly onClose: () => void
}

/** A file's name without its ending is the best guess there is. */
const titleFrom = (files: readonly DroppedFile[]): string =>
  (files[0]?.name ?? '').replace(/\.[^.]{1,8}$/, '').slice(0, 500)

export function NewEvidence({ files, onMade, onClose }: NewEvidenceProps) {
  const t = useT()
  const formats = useFormats()
  const [title, setTitle] = useState(() => titleFrom(files))
  const { mutate, isPending, error } = useMutationCall('records.create', {
    onSuccess: ({ id }) => {
      intake.add(id, files)
      onMade(id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({
      kind: 'evidence',
      change: {
        add: [
          {
            field: 'title',
            value: title.trim(),
            source: null,
            grade: DEFAULT_GRADE,
            asOf: null,
            confidentiality: MODEL.evidence.title.confidentiality,
          },
        ],
      },
    })
  }
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return (
    <Dialog onClose={onClose} title={t('evidence.newTitle')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('evidence.newLabel')}
            description={t('evidence.newHint')}
            value={title}
            maxLength={500}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <span className={classes.quiet}>
            {t('evidence.newFiles', { count: files.length, size: formats.bytes(size) })}
          </span>
          {error && <ErrorNote error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={title.trim() === ''}>
              {t('evidence.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
