/** Adds to one field of a record, or corrects one statement, without leaving the record's page. */
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import type { RecordState, Statement } from '../../../../shared/model/statement.ts'
import { useMutationCall } from '../../../shared/bridge/hooks.ts'
import { Dialog } from '../../../shared/components/Dialog.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { rememberDifferent, useDuplicateRemark } from '../../duplicates/useDuplicates.tsx'
import { useOwnFields } from '../own/OwnFields.tsx'
import { useSavedNotice } from '../savedNotice.tsx'
import type { Titles } from '../useValueWords.ts'
import { openDraft, reduceDraft, standing } from './draft.ts'
import { RecordForm } from './RecordForm.tsx'
import { useKeptDraft } from './useKeptDraft.ts'
import { useNewVersion } from './useNewVersion.ts'
import { useRecordForm } from './useRecordForm.ts'

export interface FieldTask {
  readonly field: string
  /** The statement to correct; none for another one beside those that stand. */
  readonly correct: Statement | null
}

interface FieldDialogProps {
  readonly record: RecordState
  readonly titles: Titles
  readonly task: FieldTask
  onClose(): void
}

export function FieldDialog({ record, titles, task, onClose }: FieldDialogProps) {
  const t = useT()
  const labels = useLabels()
  const label = fieldLabel(labels, record.kind, task.field)
  return (
    <Dialog
      onClose={onClose}
      size="xl"
      title={t(task.correct ? 'form.correctTitle' : 'form.addTitle', { field: label })}
      closeOnClickOutside={false}
    >
      <FieldForm record={record} titles={titles} task={task} onClose={onClose} />
    </Dialog>
  )
}

function FieldForm({ record, titles, task, onClose }: FieldDialogProps) {
  const t = useT()
  const saved = useSavedNotice()
  const save = useMutationCall('records.save', {
    onSuccess: async ({ seq }) => {
      await rememberDifferent(record.id, form.draft)
      onClose()
      saved(record.id, seq)
    },
  })
  const { specs } = useOwnFields()
  const form = useRecordForm(() => {
    const draft = openDraft(record.kind, [task.field], record, {}, specs)
    if (task.correct) return reduceDraft(draft, { do: 'correct', statement: task.correct })
    return standing(record, task.field).length > 0
      ? reduceDraft(draft, { do: 'add', field: task.field })
      : draft
  }, titles)
  const leave = useKeptDraft(form, { unsaved: form.dirty })
  const remark = useDuplicateRemark(record.kind, leave)
  const newVersion = useNewVersion(form, record.id, save)
  const basedOn = form.draft.record?.lastSeq ?? record.lastSeq
  return (
    <RecordForm
      form={form}
      essentials={[task.field]}
      withGroups={false}
      remark={remark}
      within="dialog"
      saving={save.isPending}
      error={newVersion.error}
      newVersion={newVersion}
      saveLabel={t('common.save')}
      onSave={(change) => save.mutate({ id: record.id, basedOn, change })}
      onCancel={onClose}
    />
  )
}
