/**
 * The search over everything: people in any script, witnesses by code name, words of any record. A combobox with a
 * list of options: arrows choose, Enter opens, and each hit says why it was found.
 */
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { SearchHit } from '../../../shared/contract/records.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { beginHere } from '../records/form/controls/types.ts'
import { recordPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { useTitle } from '../records/useTitle.ts'
import { KIND_ICONS } from '../shell/navigation.ts'
import { FoundBy } from './FoundBy.tsx'
import { groupHits } from './groupHits.ts'
import classes from './Search.module.css'

const SHOWN = 30
const TYPING_PAUSE_MS = 90

interface SearchOverlayProps {
  readonly opened: boolean
  onClose(): void
}

export function SearchOverlay({ opened, onClose }: SearchOverlayProps) {
  const t = useT()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      yOffset="10vh"
      size={640}
      padding={0}
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.title')}>
        <Modal.Body>
          <SearchPanel onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function SearchPanel({ onClose }: { onClose(): void }) {
  const t = useT()
  const goTo = useGoTo()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS)
  const [isExact, setIsExact] = useState(false)
  const [active, setActive] = useState(0)
  const search = useCall(
    'search.query',
    { query, limit: SHOWN, exact: isExact },
    { enabled: query !== '', placeholderData: keepPreviousData, gcTime: 0 },
  )
  const groups = query === '' ? [] : groupHits(search.data?.hits ?? [])
  const hits = groups.flatMap((group) => group.hits)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its best answer
  useEffect(() => setActive(0), [query, isExact])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen option moves with `active`
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const open = (hit: SearchHit | undefined) => {
    if (!hit) return
    onClose()
    goTo(recordPath(hit.kind, hit.id))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.length - 1
    if (event.key === 'ArrowDown') setActive((before) => (before >= last ? 0 : before + 1))
    else if (event.key === 'ArrowUp') setActive((before) => (before <= 0 ? last : before - 1))
    else if (event.key === 'Enter') open(hits[active])
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={classes.inputRow}>
        <Search size={18} aria-hidden />
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          {...beginHere(true)}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className={classes.exact}
          aria-pressed={isExact}
          title={t('search.exactHint')}
          onClick={() => setIsExact(!isExact)}
        >
          {t('search.exact')}
        </button>
      </div>
      <div className={classes.results} ref={list}>
        {search.error && <ErrorNote error={search.error} />}
        <p className={classes.says} role="status">
          {query === ''
            ? t('search.hint')
            : search.data && hits.length === 0
              ? t(isExact ? 'search.nothingExact' : 'search.nothing')
              : ''}
        </p>
        <div id={listId} role="listbox" aria-label={t('search.results')}>
          {groups.map(({ kind, hits: ofKind }) => (
            <Group key={kind} kind={kind} listId={listId}>
              {ofKind.map((hit) => {
                const index = hits.indexOf(hit)
                return (
                  <Hit
                    key={hit.id}
                    hit={hit}
                    id={`${listId}-${index}`}
                    active={index === active}
                    onPoint={() => setActive(index)}
                    onOpen={() => open(hit)}
                  />
                )
              })}
            </Group>
          ))}
        </div>
      </div>
      <div className={classes.keys} aria-hidden>
        {t('search.keys')}
      </div>
    </>
  )
}

interface GroupProps {
  readonly kind: SearchHit['kind']
  readonly listId: string
  readonly children: ReactNode
}

function Group({ kind, listId, children }: GroupProps) {
  const labels = useLabels()
  const Icon = KIND_ICONS[kind]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
    <div role="group" aria-labelledby={`${listId}-${kind}`}>
      <div className={classes.kind} id={`${listId}-${kind}`} role="presentation">
        <Icon size={14} strokeWidth={1.8} aria-hidden /> {labels.kinds[kind].many}
      </div>
      {children}
    </div>
  )
}

interface HitProps {
  readonly hit: SearchHit
  readonly id: string
  readonly active: boolean
  onPoint(): void
  onOpen(): void
}

function Hit({ hit, id, active, onPoint, onOpen }: HitProps) {
  const title = useTitle()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus and names its active option
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={classes.hit}
      onMouseMove={onPoint}
      onClick={onOpen}
    >
      <span className={classes.hitTitle}>{title(hit.kind, hit.title)}</span>
      <FoundBy hit={hit} />
    </div>
  )
}
