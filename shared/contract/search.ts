/** Calls of the search over everything, and of the searches that are kept under a name. */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { Done, Nothing, workspaceCall } from './define.ts'
import { OpenKindName, SearchHit } from './records.ts'

/** A chip beside what is typed. Without a field: any record of the kind. */
export const SearchFilter = z
  .strictObject({
    kind: OpenKindName,
    field: z.string().max(64).nullable(),
    value: z.string().max(200).nullable(),
  })
  .refine(({ field, value }) => (field === null) === (value === null))
export type SearchFilter = z.infer<typeof SearchFilter>

const Question = {
  query: z.string().max(200),
  /**
   * A record is found when it passes those of its kind: any value of a field, and every field. Kinds that none is about
   * are left out. Errors: `bad_input` for a field without a closed set of values.
   */
  filters: z.array(SearchFilter).max(20),
  /** Only words that begin as typed, case and marks aside: no other script, no likeness. */
  exact: z.boolean(),
}

const SavedViewName = z.string().trim().min(1).max(100)

export const SavedView = z.strictObject({ id: RecordId, name: SavedViewName, ...Question })
export type SavedView = z.infer<typeof SavedView>

export const searchCalls = {
  'search.query': workspaceCall(
    z.strictObject({
      query: Question.query,
      filters: Question.filters.default([]),
      exact: Question.exact.default(false),
      limit: z.number().int().min(1).max(200).default(30),
      /** Also what is far below the best hit, as words are beside a name. */
      all: z.boolean().default(false),
    }),
    z.strictObject({
      hits: z.array(SearchHit),
      /** Whether there is more with `all`. */
      weaker: z.boolean(),
    }),
  ),
  /** In no order that means anything: pages sort by name, in the language they show. */
  'views.list': workspaceCall(Nothing, z.strictObject({ views: z.array(SavedView) })),
  'views.save': workspaceCall(
    z.strictObject({ name: SavedViewName, ...Question }),
    z.strictObject({ id: RecordId }),
  ),
  /** Errors: `not_found`. */
  'views.rename': workspaceCall(z.strictObject({ id: RecordId, name: SavedViewName }), Done),
  /** Destroys its key: it may have somebody's name in it. Errors: `not_found`. */
  'views.drop': workspaceCall(z.strictObject({ id: RecordId }), Done),
} as const
