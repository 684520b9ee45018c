/**
 * One field of a record on its page. A single value stands beside its source; values that compete stand side by
 * side, each with its source and a way to show it first; those that agree share one value and several sources.
 */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { EllipsisVertical, GitCompareArrows, Pencil, Plus, Star, Undo2 } from 'lucide-react'
import { dayOf } from '../../../../shared/dates/span.ts'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { definitionIdOf, isFixedOnceSaid } from '../../../../shared/model/custom.ts'
import { staleOf } from '../../../../shared/model/staleness.ts'
import type { Statement } from '../../../../shared/model/statement.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useOwnFields } from '../own/OwnFields.tsx'
import { isClosed } from '../own/ownFields.ts'
import { SourceMark } from '../SourceMark.tsx'
import { StaleMark } from '../StaleMark.tsx'
import type { Fact, FactValue } from '../statements.ts'
import { ValueView } from '../ValueView.tsx'
import classes from './Facts.module.css'
import { useRecordActions } from './RecordActions.tsx'
import { VALUE_MENU } from './useFocusReturn.ts'

export function FactRow({ fact }: { fact: Fact }) {
  const t = useT()
  const labels = useLabels()
  const { data } = useRecordActions()
  const label = fieldLabel(labels, data.record.kind, fact.field)
  return (
    <div className={classes.row} data-field={fact.field}>
      <dt className={classes.term}>
        {label}
        {fact.disagrees && (
          <span className={classes.disagree}>
            <GitCompareArrows size={13} aria-hidden />
            {t('records.disagree')}
          </span>
        )}
      </dt>
      <dd className={classes.values} data-side-by-side={fact.disagrees || undefined}>
        {fact.values.map((value) => (
          <Value key={value.statements[0].id} fact={fact} value={value} label={label} />
        ))}
      </dd>
    </div>
  )
}

/** Reading a guarded value takes no extra step; an edge says that it must not travel. */
const guarded = (statements: readonly Statement[]): 'C3' | 'C4' | undefined =>
  statements.some(({ confidentiality }) => confidentiality === 'C4')
    ? 'C4'
    : statements.some(({ confidentiality }) => confidentiality === 'C3')
      ? 'C3'
      : undefined

function Value({ fact, value, label }: { fact: Fact; value: FactValue; label: string }) {
  const t = useT()
  const { data, prefer } = useRecordActions()
  const { record, titles, erased } = data
  const [first] = value.statements
  return (
    <div
      className={classes.value}
      data-guarded={guarded(value.statements)}
      data-preferred={(fact.disagrees && value.preferred) || undefined}
    >
      <div className={classes.valueText}>
        <ValueView
          kind={record.kind}
          field={fact.field}
          value={value.value}
          titles={titles}
          erased={new Set<string>(erased)}
        />
      </div>
      <div className={classes.marks}>
        {value.statements.map((statement) => (
          <SourceMark key={statement.id} statement={statement} titles={titles} />
        ))}
        {(value.preferred || fact.spec.many) && (
          <StaleMark stale={staleOf(record, fact.spec, value.statements, dayOf(new Date()))} />
        )}
        {fact.disagrees && value.preferred && (
          <span className={classes.first}>
            <Star size={12} aria-hidden /> {t('records.shownFirst')}
          </span>
        )}
        {fact.disagrees && !value.preferred && (
          <Button variant="default" size="compact-xs" mih={24} onClick={() => prefer(first)}>
            {t('records.makePreferred')}
          </Button>
        )}
        {!isFixedOnceSaid(record.kind, fact.field) && (
          <ValueMenu fact={fact} statements={value.statements} label={label} />
        )}
      </div>
    </div>
  )
}

interface ValueMenuProps {
  readonly fact: Fact
  readonly statements: readonly Statement[]
  readonly label: string
}

function ValueMenu({ fact, statements, label }: ValueMenuProps) {
  const t = useT()
  const { add, correct, askToRetract } = useRecordActions()
  const { definitions } = useOwnFields()
  const closed = definitionIdOf(fact.field) !== undefined && isClosed(definitions, fact.field)
  const grade = (statement: Statement) => (statements.length > 1 ? ` (${statement.grade})` : '')
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          className={classes.menu ?? ''}
          {...{ [VALUE_MENU]: true }}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('records.actionsOf', { field: label })}
        >
          <EllipsisVertical size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!closed && (
          <Menu.Item leftSection={<Plus size={15} aria-hidden />} onClick={() => add(fact.field)}>
            {fact.spec.many ? t('form.addAnother') : t('form.addStatement')}
          </Menu.Item>
        )}
        {statements.map((statement) => (
          <Menu.Item
            key={`correct-${statement.id}`}
            leftSection={<Pencil size={15} aria-hidden />}
            onClick={() => correct(statement)}
          >
            {t('records.correct')}
            {grade(statement)}
          </Menu.Item>
        ))}
        {statements.map((statement) => (
          <Menu.Item
            key={`retract-${statement.id}`}
            leftSection={<Undo2 size={15} aria-hidden />}
            onClick={() => askToRetract(statement)}
          >
            {t('records.retract')}
            {grade(statement)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
