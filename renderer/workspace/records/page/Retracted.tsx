/** Statements that were taken back: no longer part of the facts, still there to be looked at. */
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { Panel } from '../../../shared/components/Page.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useOwnFields } from '../own/OwnFields.tsx'
import { ownFieldsOf } from '../own/ownFields.ts'
import { SourceMark } from '../SourceMark.tsx'
import { factsOf } from '../statements.ts'
import { useValueWords } from '../useValueWords.ts'
import classes from './History.module.css'
import { useRecordActions } from './RecordActions.tsx'

export function Retracted() {
  const t = useT()
  const labels = useLabels()
  const words = useValueWords()
  const { data } = useRecordActions()
  const [open, setOpen] = useState(false)
  const { record, titles } = data
  const { definitions, specs } = useOwnFields()
  const retracted = useMemo(() => {
    const own = ownFieldsOf(definitions, record.kind, record)
    return factsOf(record, own, specs).flatMap((fact) => fact.retracted)
  }, [record, definitions, specs])
  if (retracted.length === 0) return null
  return (
    <Panel
      title={t('records.retractedCount', { count: retracted.length })}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {t(open ? 'records.hideRetracted' : 'records.showRetracted')}
        </Button>
      }
    >
      {open ? (
        <ul className={classes.steps}>
          {retracted.map((statement) => (
            <li key={statement.id}>
              <span className={classes.step}>
                {fieldLabel(labels, record.kind, statement.field)}:
              </span>{' '}
              <s className={classes.gone}>
                {words(record.kind, statement.field, statement.value, titles)}
              </s>{' '}
              <SourceMark statement={statement} titles={titles} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.hint}>{t('records.retractedHint')}</p>
      )}
    </Panel>
  )
}
