/**
 * A dossier as a document before it is typeset: what the preview shows is exactly what the PDF prints, and what
 * the guard held back is listed beside it with the reason.
 */
import { z } from 'zod'
import { RecordId } from '../ids.ts'
import { DISCLOSURE_GROUPS } from '../model/disclosure.ts'
import { AUDIENCES } from './audience.ts'

export const DOSSIER_LANGUAGES = ['uk', 'en', 'tr', 'crh', 'ru'] as const
export type DossierLanguage = (typeof DOSSIER_LANGUAGES)[number]

export const DossierRequest = z.strictObject({
  audience: z.enum(AUDIENCES),
  language: z.enum(DOSSIER_LANGUAGES),
  people: z.array(RecordId).min(1).max(1000),
  recipient: z.string().trim().max(300).default(''),
  listNumber: z.string().trim().max(50).default(''),
})
export type DossierRequest = z.infer<typeof DossierRequest>

/** Lines are already in the dossier's language. A name keeps its own script and its label says which. */
const DossierLine = z.strictObject({ label: z.string(), value: z.string() })
const DossierSection = z.strictObject({ heading: z.string(), lines: z.array(DossierLine) })
const DossierPerson = z.strictObject({
  person: RecordId,
  title: z.string(),
  sections: z.array(DossierSection),
})
/** Why no consent of a person opens something: what is missing of the one that is nearest to it. */
export const CONSENT_GAPS = [
  'none',
  'scope',
  'level',
  'undated',
  'review_due',
  'expired',
  'withdrawn',
  'refused',
  'decided_by_others',
] as const
export type ConsentGap = (typeof CONSENT_GAPS)[number]

const Withheld = z.strictObject({
  person: RecordId,
  group: z.enum(DISCLOSURE_GROUPS),
  field: z.string(),
  why: z.enum(['audience', 'confidentiality', 'no_consent', 'generalised', 'not_public']),
  /** With `no_consent`. */
  missing: z.enum(CONSENT_GAPS).optional(),
})
/** A field that is printed because somebody consented, and the record that says so. */
const OpenedByConsent = z.strictObject({
  person: RecordId,
  group: z.enum(DISCLOSURE_GROUPS),
  field: z.string(),
  consent: RecordId,
})
export const DossierDocument = z.strictObject({
  audience: z.enum(AUDIENCES),
  language: z.enum(DOSSIER_LANGUAGES),
  title: z.string(),
  /** Printed under the title: list number, date, submitting body, what is asked. */
  preamble: z.array(DossierLine),
  table: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  people: z.array(DossierPerson),
  footer: z.string(),
  withheld: z.array(Withheld),
  opened: z.array(OpenedByConsent),
  /**
   * Where a form of something protected stands in the finished text; with one of these nothing is issued.
   * `person` is the one on whose page it stands, null for the list's own page. What was found is not said:
   * that would put a protected name on the screen of whoever issues dossiers.
   */
  leaks: z.array(z.strictObject({ person: RecordId.nullable(), field: z.string() })),
  /**
   * Identities of witnesses that could not be searched for, because their compartment is closed: a name of theirs
   * may stand in the text, so with one of these nothing is issued either.
   */
  closedIdentities: z.number().int().min(0),
})
export type DossierDocument = z.infer<typeof DossierDocument>
