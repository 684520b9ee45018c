/**
 * Calls about people who may be one. Nothing merges by itself: they are offered with reasons, and what a person decides
 * is remembered.
 */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { PartialDate } from '../model/values.ts'
import { SCRIPTS } from '../names/script.ts'
import { Done, Nothing, workspaceCall } from './define.ts'
import { JobId } from './work.ts'

/** Of one new record. */
const MOST_DIFFERENT = 100

const Script = z.enum(SCRIPTS)

const NamePart = z.strictObject({
  a: z.string().nullable(),
  b: z.string().nullable(),
  how: z.enum(['same', 'other_script', 'inflected', 'similar', 'missing', 'different']),
  part: z.enum(['name', 'patronymic']),
})

export const DuplicateReason = z.discriminatedUnion('type', [
  /** The likest two names of those in these scripts. */
  z.strictObject({
    type: z.literal('name'),
    here: z.string(),
    there: z.string(),
    scripts: z.strictObject({ here: Script, there: Script }),
    parts: z.array(NamePart),
  }),
  z.strictObject({
    type: z.literal('birthDate'),
    here: z.string(),
    there: z.string(),
    how: z.enum(['same', 'fits', 'close', 'differs']),
  }),
  z.strictObject({ type: z.literal('facility'), here: z.string() }),
  z.strictObject({ type: z.literal('case'), here: z.string() }),
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** What is offered: those who are different people are not. */
export const OfferedVerdict = z.enum(['same', 'possible'])
export type OfferedVerdict = z.infer<typeof OfferedVerdict>

/** Somebody of the vault beside whom another is seen: what tells them apart at a glance. */
const Shown = {
  id: RecordId,
  title: z.string(),
  birthDate: z.string(),
  facility: z.string(),
} as const
const About = z.strictObject(Shown)
export type ShownPerson = z.infer<typeof About>

const Judged = {
  verdict: OfferedVerdict,
  score: z.number(),
  reasons: z.array(DuplicateReason),
} as const

/** Somebody who may be the person that is being typed. */
export const DuplicateOffer = z.strictObject({ ...Shown, ...Judged })
export type DuplicateOffer = z.infer<typeof DuplicateOffer>

const Text = z.string().max(500)
const Count = z.number().int().min(0)
const Named = z.strictObject({ id: RecordId, title: z.string() })

export const duplicateCalls = {
  /**
   * Who may be the person of an open form, as far as it is typed; with an id, of one who is recorded already and about
   * to be told more of. Whoever was called a different person is left out.
   */
  'duplicates.offer': workspaceCall(
    z.strictObject({
      id: RecordId.nullable(),
      names: z.array(Text).max(20),
      birthDates: z.array(PartialDate).max(20),
      court: Text,
      verdictDate: z.string().max(40),
      /** Called different in this form, which is not saved yet. */
      different: z.array(RecordId).max(MOST_DIFFERENT),
    }),
    z.strictObject({ offers: z.array(DuplicateOffer) }),
  ),
  /** Remembers that two are different people, or takes that back. */
  'duplicates.judge': workspaceCall(
    z.strictObject({ a: RecordId, b: RecordId, verdict: z.enum(['different', 'open']) }),
    Done,
  ),
  /** Pairs that were called different people, the last one first. */
  'duplicates.different': workspaceCall(
    Nothing,
    z.strictObject({ pairs: z.array(z.strictObject({ a: Named, b: Named, at: Count })) }),
  ),
  /** Compares all people with all. */
  'duplicates.look': workspaceCall(Nothing, z.strictObject({ job: JobId })),
  /** Pairs that may be one person, as they are now, the likeliest first and those put off last. */
  'duplicates.pairs': workspaceCall(
    z.strictObject({ offset: Count, limit: z.number().int().min(1).max(500) }),
    z.strictObject({
      /** How many people were compared; null before that. `stale`: too much changed since. */
      looked: z.strictObject({ people: Count, stale: z.boolean() }).nullable(),
      total: Count,
      pairs: z.array(z.strictObject({ a: About, b: About, ...Judged, later: z.boolean() })),
    }),
  ),
  /** Puts a pair off until the vault is opened next, or takes that back. */
  'duplicates.later': workspaceCall(
    z.strictObject({ a: RecordId, b: RecordId, later: z.boolean() }),
    Done,
  ),
} as const
