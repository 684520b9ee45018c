/** Writes the identity of a witness into its own compartment. The form is as short-lived as the panel around it. */
import { useEffect, useState } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordChange, RecordState } from '../../../shared/model/statement.ts'
import { call } from '../../shared/bridge/client.ts'
import type { ShownError } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { openDraft } from '../records/form/draft.ts'
import { RecordForm } from '../records/form/RecordForm.tsx'
import { useRecordForm } from '../records/form/useRecordForm.ts'
import classes from './SealedPanel.module.css'

const FIELDS = ['name', 'contact', 'whereabouts', 'note'] as const

interface IdentityFormProps {
  readonly witness: RecordId
  readonly identity: RecordState | null
  /** Something was typed: the panel stays open longer. */
  onActive(): void
  onDone(): void
  onCancel(): void
}

export function IdentityForm({ witness, identity, onActive, onDone, onCancel }: IdentityFormProps) {
  const t = useT()
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<ShownError | null>(null)
  const form = useRecordForm(() => openDraft('witnessIdentity', FIELDS, identity), {})
  const { draft } = form
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft is a sign of life
  useEffect(onActive, [draft, onActive])

  // Not through the mutation cache, which would keep what was sent.
  const save = async (change: RecordChange) => {
    setSaving(true)
    const answer = await call('witness.saveIdentity', { witness, change })
    setSaving(false)
    if (answer.ok) onDone()
    else setError(answer.error)
  }
  return (
    <RecordForm
      form={form}
      essentials={FIELDS}
      withGroups={false}
      within="sealed"
      saving={saving}
      error={error}
      saveLabel={t('witness.saveIdentity')}
      onSave={(change) => void save(change)}
      onCancel={onCancel}
    >
      <p className={classes.text}>{t('witness.notKept')}</p>
    </RecordForm>
  )
}
