/** The facts of a record under the headings of its kind. A group says what is known and offers what is not yet. */
import { Button, Menu } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { definitionIdOf } from '../../../../shared/model/custom.ts'
import { Panel } from '../../../shared/components/Page.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { type GroupName, typedGroupsOf } from '../layout.ts'
import { useOwnFields } from '../own/OwnFields.tsx'
import { isClosed, ownFieldsOf } from '../own/ownFields.ts'
import { type Fact, factsOf } from '../statements.ts'
import { FactRow } from './FactRow.tsx'
import classes from './Facts.module.css'
import { useRecordActions } from './RecordActions.tsx'

export function Facts() {
  const { data } = useRecordActions()
  const { definitions, specs } = useOwnFields()
  const { record } = data
  const own = useMemo(() => ownFieldsOf(definitions, record.kind, record), [definitions, record])
  const facts = useMemo(
    () => new Map(factsOf(record, own, specs).map((fact) => [fact.field, fact])),
    [record, own, specs],
  )
  const groups = [...typedGroupsOf(record.kind), { name: 'own', fields: own } as const]
  return groups.map(({ name, fields }) =>
    name === 'own' && fields.length === 0 ? null : (
      <FactGroup key={name} name={name} facts={fields.flatMap((field) => facts.get(field) ?? [])} />
    ),
  )
}

function FactGroup({ name, facts }: { name: GroupName; facts: readonly Fact[] }) {
  const t = useT()
  const labels = useLabels()
  const { data, add } = useRecordActions()
  const known = facts.filter(({ values }) => values.length > 0)
  const { definitions } = useOwnFields()
  const missing = facts.filter(
    ({ field, values }) =>
      values.length === 0 && !(definitionIdOf(field) && isClosed(definitions, field)),
  )
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
