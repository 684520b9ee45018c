/**
 * One mark on the body chart of an examination by the Istanbul Protocol: where it is, what it is, and how far it fits
 * what the person says of it. Marks are numbers and words, never a picture; the chart is drawn from them.
 */
import { z } from 'zod'

/** The two figures of the chart. Left and right are the examined person's own. */
export const BODY_VIEWS = ['front', 'back'] as const
export type BodyView = (typeof BODY_VIEWS)[number]

export const BODY_REGIONS = [
  'head',
  'face',
  'neck',
  'chest',
  'abdomen',
  'upper_back',
  'lower_back',
  'genitals',
  'buttocks',
  'shoulder_left',
  'shoulder_right',
  'upper_arm_left',
  'upper_arm_right',
  'forearm_left',
  'forearm_right',
  'hand_left',
  'hand_right',
  'thigh_left',
  'thigh_right',
  'knee_left',
  'knee_right',
  'lower_leg_left',
  'lower_leg_right',
  'foot_left',
  'foot_right',
] as const
export type BodyRegion = (typeof BODY_REGIONS)[number]

export const MARK_TYPES = [
  'bruise',
  'abrasion',
  'laceration',
  'cut',
  'stab',
  'burn',
  'electric_mark',
  'ligature_mark',
  'bite',
  'gunshot',
  'fracture',
  'swelling',
  'scar',
  'pigmentation',
  'other',
] as const

/** The five degrees of the Istanbul Protocol, in its own order and words. */
export const CONSISTENCY = [
  'not_consistent_with',
  'consistent_with',
  'highly_consistent_with',
  'typical_of',
  'diagnostic_of',
] as const

/** A place on a figure is given in thousandths of the drawing's width and height, from its upper left corner. */
export const CHART_SIDE = 1000
const Place = z.number().int().min(0).max(CHART_SIDE)

export const BodyMark = z.strictObject({
  view: z.enum(BODY_VIEWS),
  region: z.enum(BODY_REGIONS),
  x: Place,
  y: Place,
  type: z.enum(MARK_TYPES),
  /** Longest side. */
  sizeMm: z.number().int().min(1).max(2000).optional(),
  colour: z.string().trim().min(1).max(100).optional(),
  /** How old the mark seems to be, in words: "3 to 7 days". */
  age: z.string().trim().min(1).max(200).optional(),
  /** What the person says it comes from. */
  cause: z.string().trim().min(1).max(1000).optional(),
  consistency: z.enum(CONSISTENCY).optional(),
})
export type BodyMark = z.infer<typeof BodyMark>
