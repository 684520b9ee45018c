/** What each column of the file holds, with its first values beside it, and how its dates are written. */
import { Button, Select, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { ImportExamined, ImportPreview } from '../../../shared/contract/imports.ts'
import { call } from '../../shared/bridge/client.ts'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { takeFirst } from '../records/form/controls/takeFirst.ts'
import classes from './Import.module.css'
import { useColumnWords } from './useColumnWords.ts'

const EXAMPLES = 3

/** What somebody said of the columns. */
export interface ColumnChoices {
  readonly map: ImportPreview['guess']
  readonly source: string
  readonly order: 'dmy' | 'mdy' | undefined
}

interface MapColumnsProps {
  readonly preview: ImportPreview
  /** As they were when this step was left for the next one. */
  readonly chosen: ColumnChoices | undefined
  onSheet(sheet: number): void
  onExamined(examined: ImportExamined, chosen: ColumnChoices): void
  onFailed(error: BridgeError): void
}

export function MapColumns(props: MapColumnsProps) {
  const { preview, chosen, onSheet, onExamined, onFailed } = props
  const t = useT()
  const formats = useFormats()
  const words = useColumnWords()
  const [map, setMap] = useState(chosen?.map ?? preview.guess)
  const [source, setSource] = useState(chosen?.source ?? '')
  const [order, setOrder] = useState(chosen?.order)
  const { about, columns, sample, known, several } = preview
  const taken = (column: string, place: number) =>
    !several.includes(column) && map.some((each, other) => each === column && other !== place)
  const next = async () => {
    const examined = await call('import.map', { map, source, ...(order ? { order } : {}) })
    if (examined.ok) onExamined(examined.value, { map, source, order })
    else onFailed(examined.error)
  }
  const rows = formats.number(preview.rows)
  return (
    <>
      <Panel title={t('imports.columns')} flush>
        <div className={classes.intro}>
          <p>{t('imports.columnsHint')}</p>
          <p className={classes.quiet}>
            {about.format === 'csv'
              ? t('imports.foundCsv', { encoding: about.encoding.toUpperCase(), rows })
              : t('imports.foundXlsx', { rows })}{' '}
            {preview.remembered && t('imports.remembered')}
          </p>
          {about.format === 'xlsx' && about.formulas > 0 && (
            <Note tone="info">{t('imports.formulas', { count: about.formulas })}</Note>
          )}
          <div className={classes.choices}>
            {about.format === 'xlsx' && about.sheets.length > 1 && (
              <Select
                label={t('imports.sheet')}
                data={about.sheets.map((label, value) => ({ label, value: String(value) }))}
                value={String(about.sheet)}
                onChange={(value) => onSheet(Number(value))}
              />
            )}
            <Select
              label={t('imports.dateOrder')}
              data={[
                { value: 'none', label: t('imports.dateOrderNone') },
                { value: 'dmy', label: t('imports.dateOrderDmy') },
                { value: 'mdy', label: t('imports.dateOrderMdy') },
              ]}
              value={order ?? 'none'}
              onChange={(value) => setOrder(value === 'dmy' || value === 'mdy' ? value : undefined)}
            />
            <TextInput
              label={t('imports.listSource')}
              placeholder={t('imports.listSourceExample')}
              value={source}
              onChange={({ currentTarget }) => setSource(currentTarget.value)}
              maxLength={500}
            />
          </div>
        </div>
        <div className={classes.scroll}>
          <Table
            className={classes.table ?? ''}
            verticalSpacing={8}
            horizontalSpacing={18}
            aria-label={t('imports.columns')}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.heading')}</Table.Th>
                <Table.Th>{t('imports.holds')}</Table.Th>
                <Table.Th>{t('imports.examples')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {columns.map((column, place) => (
                <Table.Tr key={column} data-left={map[place] === null || undefined}>
                  <Table.Td className={classes.strong ?? ''}>{column}</Table.Td>
                  <Table.Td>
                    <Select
                      className={classes.holds ?? ''}
                      aria-label={t('imports.holdsNamed', { column })}
                      data={[
                        { value: '', label: t('imports.leaveAlone') },
                        ...known.map((value) => ({
                          value,
                          label: words(value),
                          disabled: taken(value, place),
                        })),
                      ]}
                      value={map[place] ?? ''}
                      onChange={(value) =>
                        setMap(map.map((each, other) => (other === place ? value || null : each)))
                      }
                      searchable
                      selectFirstOptionOnChange
                      onKeyDown={takeFirst}
                    />
                  </Table.Td>
                  <Table.Td className={classes.quiet ?? ''}>
                    {sample
                      .map(({ cells }) => cells[place] ?? '')
                      .filter((cell) => cell !== '')
                      .slice(0, EXAMPLES)
                      .join(' · ')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Panel>
      <div className={classes.buttons}>
        <Button onClick={() => void next()}>{t('imports.next')}</Button>
      </div>
    </>
  )
}
