/** Who is on the list, in its order. */
import { ActionIcon, Button } from '@mantine/core'
import { X } from 'lucide-react'
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Dossier.module.css'

interface ChosenPeopleProps {
  readonly people: ReadonlyMap<RecordId, string>
  readonly onChange: (people: ReadonlyMap<RecordId, string>) => void
}

export function ChosenPeople({ people, onChange }: ChosenPeopleProps) {
  const t = useT()
  if (people.size === 0) return <p className={classes.quiet}>{t('dossier.chosenNone')}</p>
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

interface ChosenPersonProps {
  readonly id: RecordId
  readonly number: number
  readonly known: string
  readonly onRemove: () => void
}

function ChosenPerson({ id, number, known, onRemove }: ChosenPersonProps) {
  const t = useT()
  const titleOf = useTitle()
  const { data } = useCall('records.get', { id }, { enabled: known === '' })
  const name = titleOf('person', known || (data?.record.title ?? ''))
  return (
    <li>
      <span className={classes.chosenNumber} aria-hidden>
        {number}
      </span>
      <span className={classes.chosenName}>{name}</span>
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
