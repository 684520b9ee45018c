/** The slots that are in use. From outside nobody can tell how many that are. */
import { Badge, Button, Group, Table } from '@mantine/core'
import type { Slot } from '../../../shared/contract/keys.ts'
import { useSlotName } from '../../shared/components/slotNames.ts'
import { useAgo, useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import type { KeyWish } from './KeyDialog.tsx'
import classes from './Keys.module.css'

interface SlotTableProps {
  readonly slots: readonly Slot[]
  readonly readOnly: boolean
  readonly onWish: (wish: KeyWish) => void
}

export function SlotTable({ slots, readOnly, onWish }: SlotTableProps) {
  const t = useT()
  const formats = useFormats()
  const ago = useAgo()
  const slotName = useSlotName()
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing={8} horizontalSpacing={18} aria-label={t('keys.list')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('keys.column.name')}</Table.Th>
            <Table.Th>{t('keys.column.kind')}</Table.Th>
            <Table.Th>{t('keys.column.cost')}</Table.Th>
            <Table.Th>{t('keys.column.made')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('keys.column.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {slots.map((slot) => (
            <Table.Tr key={slot.index}>
              <Table.Td className={classes.name ?? ''}>
                {slot.label || <span className={classes.quiet}>{t('keys.unnamed')}</span>}{' '}
                {slot.current && (
                  <Badge variant="default" className={classes.badge ?? ''}>
                    {t('keys.current')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td className={classes.whole ?? ''}>{t(`keys.kind.${slot.kind}`)}</Table.Td>
              <Table.Td className={classes.whole ?? ''}>
                {slot.cost
                  ? t('keys.cost', {
                      memory: formats.number(Math.round(slot.cost.memKiB / 1024)),
                      passes: slot.cost.ops,
                    })
                  : '–'}
              </Table.Td>
              <Table.Td className={classes.whole ?? ''}>{ago(slot.createdAt)}</Table.Td>
              <Table.Td>
                {/* A button half in sight would stay so: the browser scrolls sideways only to what is out of sight. */}
                <Group
                  className={classes.actions ?? ''}
                  gap={4}
                  justify="flex-end"
                  onFocus={({ target }) =>
                    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
                  }
                >
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={readOnly}
                    aria-label={t('keys.renameNamed', { name: slotName(slot) })}
                    onClick={() => onWish({ wish: 'rename', slot })}
                  >
                    {t('keys.rename')}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={readOnly || slots.length === 1}
                    aria-label={t('keys.removeNamed', { name: slotName(slot) })}
                    onClick={() => onWish({ wish: 'remove', slot })}
                  >
                    {t('keys.remove')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
