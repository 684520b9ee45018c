/**
 * The bridge as React hooks: `useCall` reads and keeps an answer, `useMutationCall` changes something. What is
 * read is asked for again when main says that records changed.
 */
import {
  QueryClient,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts'
import { ask, type BridgeFailure, type CallArguments, onEvent } from './client.ts'

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // There is no network to wait for: without this a machine that is offline would never be answered.
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

type QueryOptions<C extends CallName, Selected> = Omit<
  UseQueryOptions<CallOutput<C>, BridgeFailure, Selected>,
  'queryKey' | 'queryFn'
>

export function callKey<C extends CallName>(name: C, input?: CallInput<C>) {
  return [name, input ?? {}] as const
}

export function useCall<C extends CallName, Selected = CallOutput<C>>(
  name: C,
  input: CallInput<C>,
  options?: QueryOptions<C, Selected>,
): UseQueryResult<Selected, BridgeFailure> {
  return useQuery<CallOutput<C>, BridgeFailure, Selected>({
    ...options,
    queryKey: callKey(name, input),
    queryFn: () => ask(name, ...([input] as unknown as CallArguments<C>)),
  })
}

export function useMutationCall<C extends CallName>(
  name: C,
  options?: Omit<UseMutationOptions<CallOutput<C>, BridgeFailure, CallInput<C>>, 'mutationFn'>,
): UseMutationResult<CallOutput<C>, BridgeFailure, CallInput<C>> {
  return useMutation<CallOutput<C>, BridgeFailure, CallInput<C>>({
    ...options,
    mutationFn: (input) => ask(name, ...([input] as unknown as CallArguments<C>)),
  })
}

/** Answers that do not depend on records: the rest is asked for again after a change. */
const UNAFFECTED: ReadonlySet<string> = new Set<CallName>([
  'settings.get',
  'evidence.link',
  'drafts.take',
])

/** Keeps the cache true to the vault. Call it once per page. */
export function followChanges(client: QueryClient): () => void {
  const stopRecords = onEvent('records.changed', () => {
    // A record shows the titles of others, so any change may touch any answer; only those on screen are asked again.
    void client.invalidateQueries({
      predicate: ({ queryKey }) => !UNAFFECTED.has(String(queryKey[0])),
    })
  })
  const stopSettings = onEvent('settings.changed', () => {
    void client.invalidateQueries({ queryKey: ['settings.get'] })
  })
  const stopNotices = onEvent('session.noticed', () => {
    void client.invalidateQueries({ queryKey: ['session.info'] })
  })
  return () => {
    stopRecords()
    stopNotices()
    stopSettings()
  }
}
