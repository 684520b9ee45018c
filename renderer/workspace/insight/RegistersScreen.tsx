/**
 * Which bodies were told of whom: a row per held person, a column per register. An empty cell is a gap; to tick it makes an
 * appeal record with its date and reference, and a filled one leads to its record.
 */
import { Button, Group, SegmentedControl, Table, TextInput } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { Check, CheckCheck, Clock, ListChecks, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { isoDayOf } from '../../../shared/dates/span.ts'
import { valueLabel } from '../../../shared/i18n/labels.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { intervention } from '../../../shared/model/kinds/advocacy.ts'
import { PartialDate } from '../../../shared/model/values.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Page } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { SearchInput } from '../records/list/SearchInput.tsx'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import { usePageKeys } from '../records/usePageKeys.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Insight.module.css'

type Row = CallOutput<'insight.registers'>['rows'][number]
type Submission = Row['submissions'][number]
interface Cell {
  readonly person: RecordId
  readonly name: string
  readonly register: string
}

const REGISTERS = intervention.register.values ?? []
/** More rows than these are no list that anybody reads; the gaps narrow it. */
const MOST = 200
const MOST_FOUND = 1000

export function RegistersScreen() {
  const t = useT()
  const query = useCall('insight.registers', {})
  return (
    <Answer query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState wholePage icon={ListChecks} title={t('registers.emptyTitle')}>
            <p>{t('registers.emptyText')}</p>
          </EmptyState>
        ) : (
          <Page width="full" title={t('registers.title')} subtitle={t('registers.subtitle')}>
            <Rows rows={rows} />
          </Page>
        )
      }
    </Answer>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  const [which, setWhich] = useState('all')
  const [typed, setTyped] = useState('')
  const [cell, setCell] = useState<Cell | null>(null)
  const search = useRef<HTMLInputElement>(null)
  usePageKeys({ '/': () => search.current?.focus() })
  const never = rows.filter(({ submissions }) => submissions.length === 0)
  const shown = useFound(which === 'never' ? never : rows, typed)
  return (
    <>
      <Group justify="space-between">
        <SearchInput
          label={t('records.searchIn.person')}
          value={typed}
          inputRef={search}
          onType={setTyped}
        />
        <SegmentedControl
          size="sm"
          value={which}
          onChange={setWhich}
          aria-label={t('registers.show')}
          data={[
            { value: 'all', label: t('registers.all', { count: rows.length }) },
            { value: 'never', label: t('registers.never', { count: never.length }) },
          ]}
        />
        <span className={classes.definition}>
          <Check size={14} aria-hidden /> {t('registers.sent')} ·{' '}
          <CheckCheck size={14} aria-hidden /> {t('registers.answered')} ·{' '}
          <Clock size={14} aria-hidden /> {t('registers.planned')}
        </span>
      </Group>
      {shown.length === 0 && (
        <p className={classes.definition} role="status">
          {t('records.nothingFound')}
        </p>
      )}
      <div className={classes.registers}>
        <Table verticalSpacing={7} horizontalSpacing={12} className={classes.table ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.named ?? ''}>{t('priorities.name')}</Table.Th>
              {REGISTERS.map((register) => (
                <Table.Th key={register} className={classes.register ?? ''}>
                  {valueLabel(labels, 'intervention', 'register', register)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.slice(0, MOST).map((row) => (
              <RegisterRow key={row.id} row={row} onTick={setCell} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {shown.length > MOST && (
        <p className={classes.definition}>
          {t('registers.first', { shown: formats.number(MOST), all: formats.number(shown.length) })}
        </p>
      )}
      {cell && <TickDialog cell={cell} onClose={() => setCell(null)} />}
    </>
  )
}

/** Those who are found by what is typed, in any script, best first; the rows as they are while nothing is. */
function useFound(rows: readonly Row[], typed: string): readonly Row[] {
  const query = typed.trim()
  const found = useCall(
    'records.list',
    { kind: 'person', query, limit: MOST_FOUND },
    { enabled: query !== '', placeholderData: keepPreviousData },
  ).data
  if (query === '' || !found) return rows
  const places = new Map(found.rows.map(({ id }, place) => [id, place]))
  return rows
    .filter(({ id }) => places.has(id))
    .sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
}

function RegisterRow({ row, onTick }: { row: Row; onTick: (cell: Cell) => void }) {
  const t = useT()
  const labels = useLabels()
  const titleOf = useTitle()
  const name = titleOf('person', row.title)
  return (
    <Table.Tr>
      <Table.Td className={classes.named ?? ''}>
        <RecordLink kind="person" id={row.id}>
          {name}
        </RecordLink>
      </Table.Td>
      {REGISTERS.map((register) => {
        const submission = row.submissions.find((each) => each.register === register)
        const body = valueLabel(labels, 'intervention', 'register', register)
        return (
          <Table.Td key={register} className={classes.register ?? ''}>
            {submission ? (
              <Filled submission={submission} />
            ) : (
              <button
                type="button"
                className={classes.gap}
                aria-label={t('registers.tick', { name, body })}
                onClick={() => onTick({ person: row.id, name, register })}
              >
                <Plus size={14} aria-hidden />
              </button>
            )}
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}

const MARKS = { planned: Clock, sent: Check, answered: CheckCheck } as const

function Filled({ submission }: { submission: Submission }) {
  const t = useT()
  const date = useDates()
  const Mark = MARKS[submission.state]
  const on = submission.on === null ? t('registers.noDate') : date(submission.on)
  return (
    <RecordLink kind="intervention" id={submission.record} className={classes.filled}>
      <Mark size={15} role="img" aria-label={t(`registers.${submission.state}`)} />
      <span>{on}</span>
      {submission.reference !== '' && <span className="mono">{submission.reference}</span>}
    </RecordLink>
  )
}

/** The least that a submission is: to whom, when, under which number. */
function TickDialog({ cell, onClose }: { cell: Cell; onClose: () => void }) {
  const t = useT()
  const labels = useLabels()
  const [on, setOn] = useState(() => isoDayOf(new Date()))
  const [reference, setReference] = useState('')
  const create = useMutationCall('records.create', { onSuccess: onClose })
  const isDate = PartialDate.safeParse(on).success
  const body = valueLabel(labels, 'intervention', 'register', cell.register)
  const say = (field: string, value: string) => ({
    ...{ field, value, source: null, grade: 'A1', asOf: null },
    confidentiality: 'C1' as const,
  })
  const save = () =>
    create.mutate({
      kind: 'intervention',
      change: {
        add: [
          say('recipient', body),
          say('register', cell.register),
          say('people', cell.person),
          say('status', 'sent'),
          say('sentOn', on),
          ...(reference.trim() === '' ? [] : [say('reference', reference.trim())]),
        ],
      },
    })
  return (
    <Dialog onClose={onClose} title={t('registers.tickTitle', { body })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isDate) save()
        }}
      >
        <p className={classes.definition}>{cell.name}</p>
        <TextInput
          mt="sm"
          label={labels.fields.intervention.sentOn}
          value={on}
          error={isDate ? undefined : t('registers.badDate')}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          mt="sm"
          data-autofocus
          label={labels.fields.intervention.reference}
          value={reference}
          maxLength={500}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {create.error && <ErrorNote error={create.error} />}
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isDate} loading={create.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
