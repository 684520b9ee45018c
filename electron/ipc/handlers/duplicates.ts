/** Handlers of the calls about people who may be one (shared/contract/duplicates.ts). */
import type { duplicateCalls } from '../../../shared/contract/duplicates.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

export function duplicateHandlers({
  session,
  jobs,
  emit,
}: App): Pick<Handlers, keyof typeof duplicateCalls> {
  return {
    'duplicates.offer': async (input) => (await session.prepared()).duplicates.offer(input),
    'duplicates.judge': async ({ a, b, verdict }) => {
      ;(await session.writable()).duplicates.judge(a, b, verdict)
      return {}
    },
    'duplicates.different': async () => ({
      pairs: (await session.prepared()).duplicates.different(),
    }),
    'duplicates.look': async () => {
      const { pairs } = await session.prepared()
      const job = jobs.start('items', async (onProgress, signal) => ({
        type: 'duplicates' as const,
        pairs: await pairs.look({ onProgress, signal }),
      }))
      return { job }
    },
    'duplicates.pairs': async (input) => (await session.prepared()).pairs.pairs(input),
    'duplicates.later': ({ a, b, later }) => {
      session.workspace.pairs.putOff(a, b, later)
      // No record changed, and the list of pairs looks different all the same.
      emit('records.changed', { ids: [a, b] })
      return {}
    },
  }
}
