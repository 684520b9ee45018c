/** One line of a form: a value being added or corrected, with its source and a way to drop it. */
import { ActionIcon, Checkbox, Tooltip } from '@mantine/core'
import { X } from 'lucide-react'
import type { Field } from '../../../../shared/model/field.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { useValueWords } from '../useValueWords.ts'
import { Control } from './controls/Control.tsx'
import { DetailsPopover } from './DetailsPopover.tsx'
import { type Entry, standing } from './draft.ts'
import { useFormState } from './FormContext.tsx'
import classes from './RecordForm.module.css'
import { isBlank } from './raw.ts'

interface EntryRowProps {
  readonly entry: Entry
  readonly spec: Field
  readonly label: string
  readonly autoFocus: boolean
  /** The only empty line of its field stays: there must be something to type into. */
  readonly droppable: boolean
}

export function EntryRow({ entry, spec, label, autoFocus, droppable }: EntryRowProps) {
  const t = useT()
  const words = useValueWords()
  const { draft, dispatch, errors, titles } = useFormState()
  const competes =
    !spec.many &&
    entry.corrects === null &&
    (standing(draft.record, entry.field).length > 0 ||
      draft.entries.filter(({ field }) => field === entry.field).length > 1)
  const first = draft.prefer[entry.field] === entry.key
  return (
    <div className={classes.entry} data-blank={isBlank(entry.raw) || undefined}>
      <div className={classes.control}>
        {entry.corrects && (
          <p className={classes.corrects}>
            {t('form.corrects', {
              value: words(draft.kind, entry.field, entry.corrects.value, titles),
            })}
          </p>
        )}
        <Control
          id={entry.key}
          kind={draft.kind}
          field={entry.field}
          spec={spec}
          raw={entry.raw}
          errors={errors.get(entry.key) ?? []}
          label={label}
          autoFocus={autoFocus}
          onRaw={(raw) => dispatch({ do: 'type', key: entry.key, raw })}
        />
        {competes && (
          <Checkbox
            className={classes.first ?? ''}
            size="xs"
            label={t('form.showFirst')}
            checked={first}
            onChange={(event) =>
              dispatch({
                do: 'prefer',
                field: entry.field,
                target: event.currentTarget.checked ? entry.key : null,
              })
            }
          />
        )}
      </div>
      <DetailsPopover entry={entry} label={label} />
      <Tooltip label={entry.corrects ? t('form.dropCorrection') : t('form.dropLine')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className={classes.drop ?? ''}
          data-idle={(!droppable && isBlank(entry.raw)) || undefined}
          disabled={!droppable && isBlank(entry.raw)}
          aria-label={entry.corrects ? t('form.dropCorrection') : t('form.dropLine')}
          onClick={() => dispatch({ do: 'drop', key: entry.key })}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
