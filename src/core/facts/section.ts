import type { DocumentName, Documents } from './documents.ts'

/** The sections below a value: `court.suits` is the list of suits, `court.suits[]` one of them. */
type Below<Value, At extends string> = Value extends readonly (infer Each)[]
  ? At | Below<Each, `${At}[]`>
  : Value extends object
    ? At | (string extends keyof Value ? never : BelowKeys<Value, At>)
    : never

type BelowKeys<Value, At extends string> = {
  [Key in keyof Value & string]: Below<NonNullable<Value[Key]>, `${At}.${Key}`>
}[keyof Value & string]

/** The address of a section or of a list of sections: its document and the keys on the way, `[]` for one of a list. */
export type SectionAddress = {
  [Name in DocumentName]: Below<NonNullable<Documents[Name]>, Name>
}[DocumentName]

type Child<Value, Key extends string> = Key extends keyof Value ? NonNullable<Value[Key]> : never

type ChildAt<Value, Key extends string> = Key extends `${infer List}[]`
  ? Child<Value, List> extends readonly (infer Each)[]
    ? Each
    : never
  : Child<Value, Key>

/** What stands at an address. */
export type ValueAt<Address extends string, From = Documents> = Address extends `${infer First}.${infer Rest}`
  ? ValueAt<Rest, ChildAt<From, First>>
  : ChildAt<From, Address>

/** A section, or one of a list of sections. */
export type SectionAt<At extends SectionAddress> =
  ValueAt<At> extends readonly (infer Each)[] ? Each : ValueAt<At>

/** One number for each list on the way to a section. */
export type IndicesOf<At extends string> = At extends `${string}[]${infer Rest}`
  ? readonly [number, ...IndicesOf<Rest>]
  : readonly []

type KeyOfText<Value> = {
  [Key in keyof Value]-?: Value[Key] extends string | undefined ? Key : never
}[keyof Value]

/** The texts of the documents, dates among them: `court.suits[].filedOn`. */
export type TextAddress = {
  [At in SectionAddress]: ValueAt<At> extends readonly unknown[]
    ? never
    : `${At}.${KeyOfText<ValueAt<At>> & string}`
}[SectionAddress]

/** The section that holds what stands at an address. */
export type HolderOf<
  Address extends string,
  From = Documents,
> = Address extends `${infer First}.${infer Rest}`
  ? Rest extends `${string}.${string}`
    ? HolderOf<Rest, ChildAt<From, First>>
    : ChildAt<From, First>
  : never
