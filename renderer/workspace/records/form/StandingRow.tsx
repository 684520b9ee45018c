/** A statement that is already in the record, as a form shows it: it can be corrected, taken back or put first. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { Pencil, Star, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { isFixedOnceSaid } from '../../../../shared/model/custom.ts'
import type { Field } from '../../../../shared/model/field.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { SourceMark } from '../SourceMark.tsx'
import { ValueView } from '../ValueView.tsx'
import { standing } from './draft.ts'
import { useFormState } from './FormContext.tsx'
import classes from './RecordForm.module.css'

export function StandingRow({ statement, spec }: { statement: Statement; spec: Field }) {
  const t = useT()
  const { draft, dispatch, titles } = useFormState()
  const { id, field } = statement
  const retracted = draft.retract.includes(id)
  const first = (draft.prefer[field] ?? draft.record?.preferred[field]) === id
  const others = standing(draft.record, field).length > 1
  return (
    <div className={classes.standing} data-retracted={retracted || undefined}>
      <div className={classes.standingValue}>
        <ValueView kind={draft.kind} field={field} value={statement.value} titles={titles} />
        <SourceMark statement={statement} titles={titles} />
        {!spec.many && others && first && !retracted && (
          <span className={classes.firstMark}>{t('records.shownFirst')}</span>
        )}
      </div>
      {isFixedOnceSaid(draft.kind, field) ? null : retracted ? (
        <Act label={t('form.keep')} onClick={() => dispatch({ do: 'keep', id })}>
          <Undo2 size={16} aria-hidden />
        </Act>
      ) : (
        <>
          {!spec.many && others && !first && (
            <Act
              label={t('records.makePreferred')}
              onClick={() => dispatch({ do: 'prefer', field, target: id })}
            >
              <Star size={16} aria-hidden />
            </Act>
          )}
          <Act label={t('records.correct')} onClick={() => dispatch({ do: 'correct', statement })}>
            <Pencil size={16} aria-hidden />
          </Act>
          <Act label={t('records.retract')} onClick={() => dispatch({ do: 'retract', id })}>
            <Undo2 size={16} aria-hidden />
          </Act>
        </>
      )}
    </div>
  )
}

function Act({
  label,
  onClick,
  children,
}: {
  label: string
  onClick(): void
  children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
