/**
 * What is typed into the pickers of a form or a dialog and is not a choice yet. Nobody's text is thrown away and none
 * passes for a choice: who saves or closes waits for a picker that is being answered, and is held at one whose text
 * chose nothing, which then says so.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'

/** `waiting`: Enter was pressed and the answer is on its way. `unchosen`: text that chose nothing. */
export type PickerState = 'waiting' | 'unchosen'

interface Pickers {
  /** Somebody tried to go on: pickers with text say that it chose nothing. */
  readonly insisted: boolean
  report(id: string, state: PickerState | null): void
}

const NOBODY_ASKS: Pickers = { insisted: false, report: () => undefined }

export const PickersContext = createContext<Pickers>(NOBODY_ASKS)

/** Tells the form or dialog around what is typed into the picker with this id. */
export function useReportedPicker(id: string, state: PickerState | null): { insisted: boolean } {
  const { report, insisted } = useContext(PickersContext)
  useEffect(() => {
    report(id, state)
    return () => report(id, null)
  }, [report, id, state])
  return { insisted }
}

interface PickerWatch {
  readonly context: Pickers
  /** Whether any picker has text that is no choice (yet). */
  readonly held: boolean
  /** How many pickers hold somebody up and say so. */
  readonly mistakes: number
  /**
   * Does it once every picker has its answer, unless one has text that chose nothing: that one gets the focus. What is
   * done may come some renders later, so it reads what stands then.
   */
  whenChosen(act: () => void): void
}

export function usePickers(): PickerWatch {
  const [states, setStates] = useState<ReadonlyMap<string, PickerState>>(new Map())
  const [insistedHere, setInsisted] = useState(false)
  // A popover inside a form holds up both: who closes it and who saves.
  const { insisted: insistedAround, report: reportAround } = useContext(PickersContext)
  const insisted = insistedHere || insistedAround
  const later = useRef<(() => void) | null>(null)
  const [asked, setAsked] = useState(0)
  const all = [...states.values()]
  const waiting = all.includes('waiting')
  const unchosen = [...states].filter(([, state]) => state === 'unchosen')

  useEffect(() => {
    if (states.size === 0) setInsisted(false)
  }, [states])

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when somebody asked or a picker changed, with what stands then
  useEffect(() => {
    const act = later.current
    if (!act || waiting) return
    later.current = null
    const [first] = unchosen
    if (first) {
      setInsisted(true)
      document.getElementById(first[0])?.focus()
    } else act()
  }, [asked, states])

  const report = useCallback(
    (id: string, state: PickerState | null) => {
      reportAround(id, state)
      setStates((before) => {
        if ((before.get(id) ?? null) === state) return before
        const after = new Map(before)
        if (state === null) after.delete(id)
        else after.set(id, state)
        return after
      })
    },
    [reportAround],
  )
  const context = useMemo<Pickers>(() => ({ insisted, report }), [insisted, report])
  return {
    context,
    held: states.size > 0,
    mistakes: insisted ? unchosen.length : 0,
    whenChosen(act) {
      if (states.size === 0) return act()
      later.current = act
      setAsked((before) => before + 1)
    },
  }
}
