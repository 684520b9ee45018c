/**
 * Which parts of a name are patronymics, by their sound: -ович, -евич, -ич, -івна, -овна, -ична in every case, in
 * Cyrillic and in Latin letters. A patronymic is rarely recorded: it helps, and is not missed.
 */
const MANS = /(?:[oei]v)?iq(?:a|u|em|om|evi|ovi|i|e)?$/
const WOMANS = /(?:[oei]v|iq)n(?:a|i|u|e|o[iu]?|e[iu])$/

/** Shorter than this it is the name of somebody's people or a word. */
const SHORTEST = 6

/** A surname can end so as well (Sulkevich): only of a name of three parts or more is it known to be a patronymic. */
const soundsLikePatronymic = (skeleton: string): boolean =>
  skeleton.length >= SHORTEST && (MANS.test(skeleton) || WOMANS.test(skeleton))

const FEWEST_PARTS = 3

export const isPatronymicAmong = (skeleton: string, parts: number): boolean =>
  parts >= FEWEST_PARTS && soundsLikePatronymic(skeleton)
