/** Keeps the search that stands in the box under a name; renames or deletes the one that it is. */
import { useQueryClient } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { SavedView } from '../../../shared/contract/search.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { beginHere } from '../records/form/controls/types.ts'
import classes from './Search.module.css'
import type { Asked } from './useQuestion.ts'

interface KeepBarProps {
  readonly asked: Asked
  /** What it is kept as. */
  readonly view: SavedView | undefined
  /** The box is to have the focus again. */
  onDone(): void
}

export function KeepBar({ asked, view, onDone }: KeepBarProps) {
  const t = useT()
  const client = useQueryClient()
  const [step, setStep] = useState<'none' | 'name' | 'delete'>('none')
  const leave = () => {
    setStep('none')
    onDone()
  }
  const done = {
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['views.list'] })
      leave()
    },
  }
  const save = useMutationCall('views.save', done)
  const rename = useMutationCall('views.rename', done)
  const drop = useMutationCall('views.drop', done)
  const error = save.error ?? rename.error ?? drop.error
  const isBusy = save.isPending || rename.isPending || drop.isPending
  const keep = (name: string) => {
    if (view) rename.mutate({ id: view.id, name })
    else save.mutate({ name, ...asked })
  }
  return (
    <>
      {error && <ErrorNote error={error} />}
      <div className={classes.keep}>
        {step === 'name' && (
          <NameForm was={view?.name ?? ''} isBusy={isBusy} onName={keep} onLeave={leave} />
        )}
        {step === 'delete' && view && (
          <>
            <span className={classes.keepName}>{t('search.deleteAsk', { name: view.name })}</span>
            <button
              type="button"
              className={classes.keepButton}
              data-danger
              disabled={isBusy}
              {...beginHere(true)}
              onClick={() => drop.mutate({ id: view.id })}
            >
              {t('search.delete')}
            </button>
            <button type="button" className={classes.keepButton} onClick={leave}>
              {t('common.cancel')}
            </button>
          </>
        )}
        {step === 'none' && view && (
          <>
            <Bookmark size={14} aria-hidden />
            <span className={classes.keepName}>{view.name}</span>
            <button type="button" className={classes.keepButton} onClick={() => setStep('name')}>
              {t('search.rename')}
            </button>
            <button type="button" className={classes.keepButton} onClick={() => setStep('delete')}>
              {t('search.delete')}
            </button>
          </>
        )}
        {step === 'none' && !view && (
          <button type="button" className={classes.keepButton} onClick={() => setStep('name')}>
            <Bookmark size={14} aria-hidden /> {t('search.keep')}
          </button>
        )}
      </div>
    </>
  )
}

interface NameFormProps {
  readonly was: string
  readonly isBusy: boolean
  onName(name: string): void
  onLeave(): void
}

function NameForm({ was, isBusy, onName, onLeave }: NameFormProps) {
  const t = useT()
  const [name, setName] = useState(was)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
  }
  return (
    <form className={classes.keepForm} onSubmit={onSubmit}>
      <input
        className={classes.keepInput}
        type="text"
        aria-label={t('search.keepName')}
        placeholder={t('search.keepName')}
        {...beginHere(true)}
        // Escape leaves the name and not the whole search.
        data-mantine-stop-propagation="true"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className={classes.keepButton} disabled={isBusy || name.trim() === ''}>
        {t('common.save')}
      </button>
      <button type="button" className={classes.keepButton} onClick={onLeave}>
        {t('common.cancel')}
      </button>
    </form>
  )
}
