/**
 * A list or the figures as a file: for whom, in which form, and before anything is written the first rows as that reader gets
 * them, what is left out and why, and where something protected stands. Nobody is chosen as the reader beforehand: whoever
 * exports says who will read it.
 */
import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { DELIMITERS, type Delimiter, type TableFormat } from '../../../shared/contract/exports.ts'
import { TABLE_READERS, type TableReader } from '../../../shared/dossier/audience.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useLabels, useLanguage, useT } from '../../shared/i18n/i18n.ts'
import { useJob } from '../jobs/useJobs.ts'
import classes from './Export.module.css'
import { Exported } from './Exported.tsx'
import { ExportPreview, hasNobodyLeft } from './ExportPreview.tsx'

type Request = CallInput<'export.write'>
export type Subject = Request['subject']
interface Form {
  readonly format: TableFormat
  readonly delimiter: Delimiter
}

interface ExportDialogProps {
  readonly subject: Subject
  readonly onClose: () => void
}

export function ExportDialog({ subject: shown, onClose }: ExportDialogProps) {
  const t = useT()
  const language = useLanguage()
  const [reader, setReader] = useState<TableReader | null>(null)
  const [form, setForm] = useState<Form>({
    format: 'xlsx',
    // Where a comma parts a number, spreadsheet programs expect a semicolon between cells.
    delimiter: language === 'en' ? 'comma' : 'semicolon',
  })
  const [columns, setColumns] = useState<'listed' | 'all'>('listed')
  const job = useJob()
  const subject = shown.of === 'list' ? { ...shown, columns } : shown
  const request: Request = { subject, reader: reader ?? 'public', language, ...form }
  // Nothing of a preview is kept: what is looked at is what the records say now.
  const asked = { ...request, delimiter: 'comma' as const }
  const fresh = { enabled: reader !== null, gcTime: 0, staleTime: 0 }
  const preview = useCall('export.preview', asked, fresh)
  const { data } = preview
  const isBlocked =
    !data ||
    data.leakCount + data.closedIdentities > 0 ||
    data.columns.length === 0 ||
    hasNobodyLeft(data)
  const save = async () => {
    // What was refused may have been changed meanwhile: the dialog should show why.
    if ((await job.start('export.write', request, t('exports.job'))) === undefined)
      await preview.refetch()
  }
  const { current } = job
  const done = current.state === 'done' && current.outcome.type === 'table' && current.outcome

  return (
    <Dialog onClose={onClose} title={t('exports.title')} size="xl">
      <Stack gap="md">
        {done ? (
          <Exported {...done} onClose={onClose} />
        ) : (
          <>
            <Choices
              {...{ reader, form, columns }}
              onReader={setReader}
              onForm={setForm}
              onColumns={shown.of === 'list' ? setColumns : undefined}
            />
            {reader === null ? (
              <p className={classes.quiet}>{t('exports.readerNone')}</p>
            ) : (
              <Answer query={preview}>{(answer) => <ExportPreview preview={answer} />}</Answer>
            )}
            {current.state === 'failed' && <ErrorNote error={current.error} />}
            <Note tone="caution">
              <p>{t('exports.plain')}</p>
            </Note>
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button
                disabled={reader === null || isBlocked}
                loading={current.state === 'running'}
                title={data && isBlocked && !hasNobodyLeft(data) ? t('exports.blocked') : undefined}
                onClick={() => void save()}
              >
                {t('exports.save')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  )
}

interface ChoicesProps {
  readonly reader: TableReader | null
  readonly form: Form
  readonly columns: 'listed' | 'all'
  readonly onReader: (reader: TableReader | null) => void
  readonly onForm: (form: Form) => void
  readonly onColumns: ((columns: 'listed' | 'all') => void) | undefined
}

function Choices({ reader, form, columns, onReader, onForm, onColumns }: ChoicesProps) {
  const t = useT()
  const labels = useLabels()
  const readers = TABLE_READERS.map((value) => ({
    value,
    label: value === 'team' ? t('exports.team') : labels.audiences[value],
  }))
  const delimiters = DELIMITERS.map((value) => ({
    value,
    label: t(`exports.${value}`),
  }))
  return (
    <div className={classes.choices}>
      <Select
        className={classes.reader ?? ''}
        label={t('exports.reader')}
        description={t('exports.readerHint')}
        data={readers}
        value={reader}
        allowDeselect={false}
        data-autofocus
        onChange={(value) => onReader(value as TableReader | null)}
      />
      {onColumns && (
        <Labelled label={t('exports.columns')}>
          <SegmentedControl
            aria-label={t('exports.columns')}
            data={[
              { value: 'listed', label: t('exports.listed') },
              { value: 'all', label: t('exports.all') },
            ]}
            value={columns}
            onChange={(value) => onColumns(value as 'listed' | 'all')}
          />
        </Labelled>
      )}
      <Labelled label={t('exports.format')}>
        <SegmentedControl
          aria-label={t('exports.format')}
          data={[
            { value: 'xlsx', label: 'XLSX' },
            { value: 'csv', label: 'CSV' },
          ]}
          value={form.format}
          onChange={(format) => onForm({ ...form, format: format as TableFormat })}
        />
      </Labelled>
      {form.format === 'csv' && (
        <Select
          className={classes.delimiter ?? ''}
          label={t('exports.delimiter')}
          data={delimiters}
          value={form.delimiter}
          allowDeselect={false}
          onChange={(value) => onForm({ ...form, delimiter: value as Delimiter })}
        />
      )}
    </div>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.labelled}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
