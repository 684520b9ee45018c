/** The facts of a record under the headings of its kind. A group says what is known and offers what is not yet. */
import { Button, Menu } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { Panel } from '../../../shared/components/Page.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { type GroupName, typedGroupsOf } from '../layout.ts'
import { type Fact, factsOf } from '../statements.ts'
import { FactRow } from './FactRow.tsx'
import classes from './Facts.module.css'
import { useRecordActions } from './RecordActions.tsx'

export function Facts() {
  const { data } = useRecordActions()
  const facts = useMemo(
    () => new Map(factsOf(data.record).map((fact) => [fact.field, fact])),
    [data.record],
  )
  return typedGroupsOf(data.record.kind).map(({ name, fields }) => (
    <FactGroup key={name} name={name} facts={fields.flatMap((field) => facts.get(field) ?? [])} />
  ))
}

function FactGroup({ name, facts }: { name: GroupName; facts: readonly Fact[] }) {
  const t = useT()
  const labels = useLabels()
  const { data, add } = useRecordActions()
  const known = facts.filter(({ values }) => values.length > 0)
  const missing = facts.filter(({ values }) => values.length === 0)
  const title = t(`records.group.${name}`)
  return (
    <Panel
      title={title}
      actions={
        missing.length > 0 && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<Plus size={14} aria-hidden />}
                aria-label={t('records.addTo', { group: title })}
              >
                {t('records.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={classes.menuList ?? ''}>
              {missing.map(({ field }) => (
                <Menu.Item key={field} onClick={() => add(field)}>
                  {fieldLabel(labels, data.record.kind, field)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {known.length === 0 ? (
        <p className={classes.nothing}>{t('records.nothingKnown')}</p>
      ) : (
        <dl className={classes.facts}>
          {known.map((fact) => (
            <FactRow key={fact.field} fact={fact} />
          ))}
        </dl>
      )}
    </Panel>
  )
}
