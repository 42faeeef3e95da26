declare const brand: unique symbol

/** A nominal type: a `Brand<string, 'DossierId'>` is a string the compiler refuses to mix with another id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
