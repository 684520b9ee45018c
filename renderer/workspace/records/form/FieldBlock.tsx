/** A field in a form: its name, what stands, the lines being written, and "another one". */
import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { definitionIdOf, isFixedOnceSaid } from '../../../../shared/model/custom.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useOwnFields } from '../own/OwnFields.tsx'
import { isClosed, specOf } from '../own/ownFields.ts'
import { ConfidentialityMark } from '../SourceMark.tsx'
import { standing } from './draft.ts'
import { EntryRow } from './EntryRow.tsx'
import { useFormState } from './FormContext.tsx'
import classes from './RecordForm.module.css'
import { isBlank } from './raw.ts'
import { StandingRow } from './StandingRow.tsx'
import { useLineFocus } from './useLineFocus.ts'

export function FieldBlock({ field, focusKey }: { field: string; focusKey: string | null }) {
  const t = useT()
  const labels = useLabels()
  const { draft, dispatch } = useFormState()
  const { definitions } = useOwnFields()
  const place = useRef<HTMLDivElement>(null)
  const spec = specOf(draft.kind, field, draft.specs)
  useLineFocus(
    place,
    draft.entries.filter((entry) => entry.field === field).map(({ key }) => key),
  )
  if (!spec) return null
  const label = fieldLabel(labels, draft.kind, field)
  const entries = draft.entries.filter((entry) => entry.field === field)
  const corrected = new Set(entries.map(({ corrects }) => corrects?.id))
  const stand = standing(draft.record, field).filter(({ id }) => !corrected.has(id))
  const firstKey = entries[0]?.key
  // Of a field that is no longer used what stands can be corrected and taken back.
  const closed =
    (definitionIdOf(field) !== undefined && isClosed(definitions, field)) ||
    (isFixedOnceSaid(draft.kind, field) && stand.length > 0)
  const guarded = spec.confidentiality === 'C3' || spec.confidentiality === 'C4'
  return (
    <div className={classes.field} data-field={field}>
      <div className={classes.label}>
        {firstKey === undefined ? <span>{label}</span> : <label htmlFor={firstKey}>{label}</label>}
        {guarded && <ConfidentialityMark level={spec.confidentiality} />}
      </div>
      <div className={classes.lines} ref={place}>
        {stand.map((statement) => (
          <StandingRow key={statement.id} statement={statement} spec={spec} />
        ))}
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.key}
            entry={entry}
            spec={spec}
            label={entries.length > 1 ? `${label} ${index + 1}` : label}
            autoFocus={entry.key === focusKey}
            droppable={entries.length > 1 || stand.length > 0 || entry.corrects !== null}
          />
        ))}
        {!closed && (stand.length > 0 || entries.some(({ raw }) => !isBlank(raw))) && (
          <Button
            className={classes.another ?? ''}
            variant="subtle"
            size="compact-xs"
            mih={24}
            leftSection={<Plus size={13} aria-hidden />}
            onClick={() => dispatch({ do: 'add', field })}
          >
            {spec.many ? t('form.addAnother') : t('form.addStatement')}
            <span className="visually-hidden">: {label}</span>
          </Button>
        )}
      </div>
    </div>
  )
}
