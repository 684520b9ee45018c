/**
 * A combobox with a list of options: arrows choose, Enter takes, Backspace before the text takes the last chip away.
 * Empty, it lists the searches that were kept.
 */
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { beginHere } from '../records/form/controls/types.ts'
import { recordPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { Chips } from './Chips.tsx'
import { KeepBar } from './KeepBar.tsx'
import { GroupBox, type Option, OptionRow, useGroups } from './Options.tsx'
import classes from './Search.module.css'
import { isSameQuestion, useQuestion } from './useQuestion.ts'

export function SearchPanel({ onClose }: { onClose(): void }) {
  const t = useT()
  const labels = useLabels()
  const goTo = useGoTo()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const question = useQuestion()
  const { typed, asked, offers, isEmpty, answer } = question
  const [active, setActive] = useState(0)
  const views = useCall('views.list', {}).data?.views ?? []
  const info = useCall('session.info', {}).data
  const isAsked = !isEmpty && offers.length === 0
  const hits = isAsked ? (answer.data?.hits ?? []) : []
  const groups = useGroups(hits, offers, isEmpty ? views : [])
  const weaker: Option[] = isAsked && answer.data?.weaker ? [{ type: 'weaker' }] : []
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
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = options.length - 1
    const { selectionStart, selectionEnd } = event.currentTarget
    const lastFilter = asked.filters.at(-1)
    if (event.key === 'ArrowDown') setActive((before) => (before >= last ? 0 : before + 1))
    else if (event.key === 'ArrowUp') setActive((before) => (before <= 0 ? last : before - 1))
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
        key={JSON.stringify(option)}
        option={option}
        id={`${listId}-${index}`}
        active={index === active}
        onPoint={() => setActive(index)}
        onChoose={() => choose(option)}
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
        <div id={listId} role="listbox" aria-label={t('search.results')}>
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
