/** What was written: the file's name, its checksum, and the record that says so. */
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RecordId } from '../../../shared/ids.ts'
import { Hash } from '../../shared/components/Hash.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Export.module.css'

interface ExportedProps {
  readonly record: RecordId
  readonly name: string
  readonly rows: number
  readonly sha256: string
  readonly onClose: () => void
}

export function Exported({ record, name, rows, sha256, onClose }: ExportedProps) {
  const t = useT()
  const formats = useFormats()
  return (
    <>
      <Note tone="good" role="status" title={t('exports.doneTitle')}>
        <p>
          <bdi className={classes.name}>{name}</bdi>
        </p>
        <p>{t('exports.doneText', { rows: formats.number(rows) })}</p>
        <p>
          SHA-256 <Hash value={sha256} whole />
        </p>
      </Note>
      <Group justify="flex-end" gap="sm">
        <Button
          variant="default"
          onClick={onClose}
          renderRoot={(props) => <Link to="/dossiers/$id" params={{ id: record }} {...props} />}
        >
          {t('exports.doneRecord')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </>
  )
}
