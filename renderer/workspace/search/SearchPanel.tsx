/**
 * A combobox with a list of options: arrows choose, Enter takes, and before there is an answer it waits for that and takes
 * its first, never one of what is still listed for what stood there before. Backspace before the text takes the last chip away.
 * Empty, it lists the searches that were kept.
 */
import { Search } from 'lucide-react'
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { beginHere } from '../records/form/controls/types.ts'
import { recordPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { Chips } from './Chips.tsx'
import { KeepBar } from './KeepBar.tsx'
import { GroupBox, type Option, OptionRow, optionKey, useGroups } from './Options.tsx'
import { useOptionWords } from './optionWords.ts'
import classes from './Search.module.css'
import { isSameQuestion, useQuestion } from './useQuestion.ts'

const NONE: readonly never[] = []
const WEAKER: readonly Option[] = [{ type: 'weaker' }]

export function SearchPanel({ onClose }: { onClose(): void }) {
  const t = useT()
  const labels = useLabels()
  const goTo = useGoTo()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  const question = useQuestion()
  const { typed, asked, offers, isEmpty, isAsked, answer } = question
  const words = useOptionWords()
  const [active, setActive] = useState(0)
  const views = useCall('views.list', {}).data?.views ?? NONE
  const info = useCall('session.info', {}).data
  const hits = isAsked ? (answer.data?.hits ?? NONE) : NONE
  const groups = useGroups(hits, offers, isEmpty ? views : NONE, words)
  const weaker = isAsked && answer.data?.weaker ? WEAKER : NONE
  const options = [...groups.flatMap((group) => group.options), ...weaker]

  const asking = JSON.stringify([asked, question.all])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its best answer
  useEffect(() => setActive(0), [asking])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen option moves with `active`
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const choose = (option: Option | undefined) => {
    if (option?.type === 'offer') question.take(option.offer)
    else if (option?.type === 'view') question.open(option.view)
    else if (option?.type === 'weaker') question.showAll()
    else if (option?.type === 'hit') {
      onClose()
      goTo(recordPath(option.hit.kind, option.hit.id))
    }
  }
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  // The question on which Enter was pressed before there was an answer.
  const [entered, setEntered] = useState<string>()
  const isWaiting = isAsked && !question.isAnswered && answer.error === null
  useEffect(() => {
    if (entered !== asking || isWaiting) return
    setEntered(undefined)
    latest.current(options[0])
  })
  const chooseNow = useCallback((option: Option) => latest.current(option), [])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = options.length - 1
    const { selectionStart, selectionEnd } = event.currentTarget
    const lastFilter = asked.filters.at(-1)
    if (event.key === 'ArrowDown') setActive((before) => (before >= last ? 0 : before + 1))
    else if (event.key === 'ArrowUp') setActive((before) => (before <= 0 ? last : before - 1))
    else if (event.key === 'Enter' && isWaiting && active === 0) setEntered(asking)
    else if (event.key === 'Enter') choose(options[active])
    else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && lastFilter)
      question.drop(lastFilter)
    else return
    event.preventDefault()
  }
  const row = (option: Option) => {
    const index = options.indexOf(option)
    return (
      <OptionRow
        key={optionKey(option)}
        {...{ option, index, listId, words }}
        active={index === active}
        onPoint={setActive}
        onChoose={chooseNow}
      />
    )
  }
  const nothing =
    asked.filters.length > 0
      ? 'search.nothingFiltered'
      : asked.exact
        ? 'search.nothingExact'
        : 'search.nothing'

  return (
    <>
      <div className={classes.inputRow}>
        <Search size={18} aria-hidden />
        <div className={classes.chipsAndInput}>
          <Chips
            filters={asked.filters}
            onDrop={(filter) => {
              question.drop(filter)
              input.current?.focus()
            }}
          />
          <input
            ref={input}
            className={classes.input}
            type="text"
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
            aria-label={t('search.title')}
            placeholder={asked.filters.length === 0 ? t('search.placeholder') : ''}
            {...beginHere(true)}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onChange={(event) => question.type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <button
          type="button"
          className={classes.exact}
          aria-pressed={asked.exact}
          title={t('search.exactHint')}
          onClick={() => question.setExact(!asked.exact)}
        >
          {t('search.exact')}
        </button>
      </div>
      <div className={classes.results} ref={list}>
        {isAsked && answer.error && <ErrorNote error={answer.error} />}
        <p className={classes.says} role="status">
          {isEmpty
            ? `${t('search.hint')} ${t('search.filterHint', { field: labels.fields.person.status })}`
            : isAsked && answer.data && hits.length === 0
              ? t(nothing)
              : ''}
        </p>
        <div
          id={listId}
          role="listbox"
          className={classes.list}
          aria-label={t('search.results')}
          // What the options answer, once they do: read by the benchmark of the search.
          data-answer={question.isAnswered ? asked.query : undefined}
        >
          {groups.map(({ name, heading, options: ofGroup }) => (
            <GroupBox key={name} id={`${listId}-${name}`} heading={heading}>
              {ofGroup.map(row)}
            </GroupBox>
          ))}
          {weaker.map(row)}
        </div>
      </div>
      <div className={classes.foot}>
        <span className={classes.keys} aria-hidden>
          {t('search.keys')}
        </span>
        {hits.length > 0 && (
          <ExportButton size="compact-sm" subject={{ of: 'search', ...asked, all: question.all }} />
        )}
        {isAsked && info && !info.readOnly && (
          <KeepBar
            key={asking}
            asked={asked}
            view={views.find((view) => isSameQuestion(view, asked))}
            onDone={() => input.current?.focus()}
          />
        )}
      </div>
    </>
  )
}
