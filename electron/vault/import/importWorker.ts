/** The thread behind draftThread.ts: one import on its way, asked call by call. Listed in ../workers.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { KnownPerson } from '../duplicates/people.ts'
import type { Built } from './build.ts'
import type { DraftAnswer, DraftCalls, DraftQuestion } from './draftThread.ts'
import { ImportDraft } from './importDraft.ts'
import { readTable } from './readTable.ts'

invariant(parentPort, 'importWorker runs as a worker thread')
const port = parentPort
/** Not zero when a comparison is to stop: a message would wait until it is done. */
const stop = workerData as Int32Array
const send = (answer: DraftAnswer) => port.postMessage(answer)

let current: ImportDraft | undefined
let people: KnownPerson[] = []
let built: Built = { records: [], additions: [], apart: [], rows: 0 }

function draft(): ImportDraft {
  invariant(current, 'a table is read first')
  return current
}

type Answers = {
  [C in keyof DraftCalls]: (
    ...args: Parameters<DraftCalls[C]>
  ) => ReturnType<DraftCalls[C]> | Promise<ReturnType<DraftCalls[C]>>
}

const answers: Answers = {
  async open(bytes, sheet, definitions) {
    current = new ImportDraft(await readTable(bytes, { sheet }), definitions)
    return current.preview()
  },
  read: (map, order) => {
    people = []
    return draft().read(map, order)
  },
  know(some, from) {
    people = people.slice(0, from).concat(some)
  },
  compare(apart) {
    draft().compare(people, apart && new Set(apart), (done, total) => {
      if (Atomics.load(stop, 0) !== 0) throw new VaultError('cancelled')
      send({ type: 'progress', done, total })
    })
    return { doubtful: draft().doubtful, undecided: draft().undecided }
  },
  forget: () => draft().forget(),
  doubtfulRows: (offset, limit) => draft().doubtfulRows(offset, limit),
  skippedRows: (offset, limit) => draft().skippedRows(offset, limit),
  decide(line, decision) {
    draft().decide(line, decision)
    return draft().undecided
  },
  decideOthers(verdict, what) {
    draft().decideOthers(verdict, what)
    return draft().undecided
  },
  build(known) {
    built = draft().build(known)
    const { records, additions, apart, rows } = built
    return {
      ...{ records: records.length, additions: additions.length, apart, rows },
      skipped: draft().skipped,
    }
  },
  builtRecords: (offset, limit) => built.records.slice(offset, offset + limit),
  builtAdditions: (offset, limit) => built.additions.slice(offset, offset + limit),
}

port.on('message', async ({ id, call, args }: DraftQuestion) => {
  try {
    const answer = answers[call] as (...given: readonly unknown[]) => unknown
    send({ type: 'done', id, value: await answer(...args) })
  } catch (error) {
    if (isVaultError(error)) {
      const { code, details } = error
      send({ type: 'failed', id, code, ...(details ? { details } : {}) })
    } else send({ type: 'failed', id, code: 'internal' })
  }
})
