/**
 * The shape of a translation: the English keys, with the plural forms that the language has. `Slavic` ones have four
 * (one, few, many, other), `Turkic` ones two as English does; a form too few or too many does not compile.
 */
type Slavic = 'one' | 'few' | 'many' | 'other'
type Turkic = 'one' | 'other'

export type Translated<T, Form extends string = Slavic> = {
  readonly [K in keyof T as K extends `${string}_one` | `${string}_other`
    ? never
    : K]: T[K] extends string ? string : Translated<T[K], Form>
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_${Form}` : never]: string
}

/** The same for Turkish and Crimean Tatar. */
export type TurkicTranslated<T> = Translated<T, Turkic>
