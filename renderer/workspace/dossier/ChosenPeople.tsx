/** Who is on the list, in its order; two of one name with their birth dates. */
import { ActionIcon, Button } from '@mantine/core'
import { X } from 'lucide-react'
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { firstValue } from '../records/statements.ts'
import { useDates } from '../records/useDates.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Dossier.module.css'

interface ChosenPeopleProps {
  readonly people: ReadonlyMap<RecordId, string>
  readonly onChange: (people: ReadonlyMap<RecordId, string>) => void
}

export function ChosenPeople({ people, onChange }: ChosenPeopleProps) {
  const t = useT()
  if (people.size === 0) return <p className={classes.quiet}>{t('dossier.chosenNone')}</p>
  const twice = twiceIn(people.values())
  const remove = (id: RecordId) => onChange(new Map([...people].filter(([each]) => each !== id)))
  return (
    <>
      <p className={classes.chosenCount} aria-live="polite">
        {t('dossier.chosenCount', { count: people.size })}
      </p>
      <ol className={classes.chosen}>
        {[...people].map(([id, title], index) => (
          <ChosenPerson
            key={id}
            id={id}
            number={index + 1}
            known={title}
            isNameTwice={twice.has(title)}
            onRemove={() => remove(id)}
          />
        ))}
      </ol>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(new Map())}>
        {t('dossier.clear')}
      </Button>
    </>
  )
}

function twiceIn(titles: Iterable<string>): ReadonlySet<string> {
  const once = new Set<string>()
  const twice = new Set<string>()
  for (const title of titles) (once.has(title) ? twice : once).add(title)
  return twice
}

interface ChosenPersonProps {
  readonly id: RecordId
  readonly number: number
  readonly known: string
  readonly isNameTwice: boolean
  readonly onRemove: () => void
}

function ChosenPerson({ id, number, known, isNameTwice, onRemove }: ChosenPersonProps) {
  const t = useT()
  const date = useDates()
  const titleOf = useTitle()
  const { data } = useCall('records.get', { id }, { enabled: known === '' || isNameTwice })
  const name = titleOf('person', known || (data?.record.title ?? ''))
  const born = isNameTwice && data && firstValue(data.record, 'birthDate')
  return (
    <li>
      <span className={classes.chosenNumber} aria-hidden>
        {number}
      </span>
      <span className={classes.chosenName}>
        {name}
        {typeof born === 'string' && <span className={classes.chosenBorn}>{date(born)}</span>}
      </span>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('dossier.remove', { name })}
        onClick={onRemove}
      >
        <X size={14} aria-hidden />
      </ActionIcon>
    </li>
  )
}
