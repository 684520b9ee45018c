/**
 * Share cards: which sets there are, who holds which card, when each was last checked and what is overdue. The words
 * of a card are typed in the other window only.
 */
import { Badge, Button, Group, Stack, Table } from '@mantine/core'
import { Users } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { CustodyStatus } from '../../../shared/contract/custody.ts'
import type { CardSet } from '../../../shared/contract/shares.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useAgo } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Keys.module.css'
import { NewCardsDialog } from './NewCardsDialog.tsx'
import { RetireDialog } from './RetireDialog.tsx'

interface ShareCardsProps {
  readonly custody: CustodyStatus
  readonly readOnly: boolean
  /** Every slot is in use. */
  readonly full: boolean
}

export function ShareCards(props: ShareCardsProps) {
  const query = useCall('shares.status', {})
  return <Answer query={query}>{(status) => <Sets status={status} {...props} />}</Answer>
}

interface SetsProps extends ShareCardsProps {
  readonly status: CallOutput<'shares.status'>
}

function Sets({ status, custody, readOnly, full }: SetsProps) {
  const t = useT()
  const [making, setMaking] = useState(false)
  const [retiring, setRetiring] = useState<CardSet>()
  const check = useMutationCall('keys.begin')
  const { sets, checkEveryDays } = status
  const inUse = sets.filter((set) => set.inUse)
  const older = sets.filter((set) => !set.inUse)
  const make = (
    <Button
      variant={sets.length === 0 ? 'filled' : 'default'}
      disabled={readOnly}
      onClick={() => setMaking(true)}
    >
      {t('cards.make')}
    </Button>
  )
  return (
    <Panel
      flush
      title={t('cards.title')}
      actions={
        sets.length > 0 && (
          <Group gap="sm">
            <Button
              disabled={readOnly}
              loading={check.isPending}
              onClick={() => check.mutate({ task: 'checkCard' })}
            >
              {t('cards.check')}
            </Button>
            {make}
          </Group>
        )
      }
    >
      {check.error && <ErrorNote error={check.error} />}
      {sets.length === 0 ? (
        <EmptyState icon={Users} title={t('cards.teachTitle')} action={make}>
          {t('cards.teach')}
        </EmptyState>
      ) : (
        <>
          {inUse.map((set) => (
            <OneSet key={set.setId} set={set} readOnly={readOnly} onRetire={setRetiring} />
          ))}
          <p className={classes.below}>
            {t('cards.every', { count: checkEveryDays })} {t('cards.checkHow')}
          </p>
          {older.length > 0 && (
            <details className={classes.older}>
              <summary>{t('cards.older', { count: older.length })}</summary>
              {older.map((set) => (
                <OneSet key={set.setId} set={set} readOnly={readOnly} onRetire={setRetiring} />
              ))}
            </details>
          )}
        </>
      )}
      {making && <NewCardsDialog custody={custody} full={full} onClose={() => setMaking(false)} />}
      {retiring && <RetireDialog set={retiring} onClose={() => setRetiring(undefined)} />}
    </Panel>
  )
}

interface OneSetProps {
  readonly set: CardSet
  readonly readOnly: boolean
  readonly onRetire: (set: CardSet) => void
}

function OneSet({ set, readOnly, onRetire }: OneSetProps) {
  const t = useT()
  const ago = useAgo()
  const { setId, purpose, k, n, madeAt, retiredAt, inUse, cards } = set
  const name = `${t(`cards.purpose.${purpose}`)}, ${t('custody.byCards', { k, n })}`
  const unused = retiredAt === null ? t('cards.state.opensNothing') : t('cards.state.retired')
  // What guards the compartment is replaced, never taken away: else nothing would open it.
  const guards = inUse && purpose === 'custodians'
  return (
    <section className={classes.set} aria-labelledby={`set-${setId}`}>
      <div className={classes.setHead}>
        <Stack gap={2}>
          <h3 className={classes.setName} id={`set-${setId}`}>
            {name}{' '}
            <Badge variant="default" className={classes.badge ?? ''}>
              {inUse ? t('cards.state.inUse') : unused}
            </Badge>
          </h3>
          <p className={classes.quiet}>{t('cards.setMade', { ago: ago(madeAt) })}</p>
        </Stack>
        {retiredAt === null && !guards && (
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={readOnly}
            aria-label={t('cards.retireNamed', { name })}
            onClick={() => onRetire(set)}
          >
            {t('cards.retire')}
          </Button>
        )}
      </div>
      <div className={classes.scroll}>
        <Table
          className={classes.cards ?? ''}
          verticalSpacing={6}
          horizontalSpacing={18}
          aria-label={name}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('cards.column.card')}</Table.Th>
              <Table.Th>{t('cards.column.holder')}</Table.Th>
              <Table.Th>{t('cards.column.checked')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cards.map(({ number, holder, checkedAt, overdue }) => (
              <Table.Tr key={number}>
                <Table.Td className={classes.number ?? ''}>
                  {t('cards.number', { number, n })}
                </Table.Td>
                <Table.Td className={classes.name ?? ''}>
                  {holder || <span className={classes.quiet}>{t('cards.nobody')}</span>}
                </Table.Td>
                <Table.Td>
                  {checkedAt === null ? t('cards.never') : ago(checkedAt)}{' '}
                  {overdue && <span className={classes.overdue}>{t('cards.overdue')}</span>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {guards && <p className={classes.below}>{t('cards.guards')}</p>}
    </section>
  )
}
