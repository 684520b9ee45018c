/** The shape a translation into Ukrainian must have: the English keys, with all four of its plural forms. */
export type Translated<T> = {
  readonly [K in keyof T as K extends `${string}_one` | `${string}_other`
    ? never
    : K]: T[K] extends string ? string : Translated<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Base}_other`
    ? `${Base}_one` | `${Base}_few` | `${Base}_many` | `${Base}_other`
    : never]: string
}
