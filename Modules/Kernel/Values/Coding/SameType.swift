/// A coder as the very type it is: compares two pointers where `as?` would ask the runtime, for every leaf again.
@inline(__always)
func same<Wanted>(_ coder: some Decoder, as type: Wanted.Type) -> Wanted? { same(any: coder, as: type) }

@inline(__always)
func same<Wanted>(_ coder: some Encoder, as type: Wanted.Type) -> Wanted? { same(any: coder, as: type) }

@inline(__always)
private func same<Given, Wanted>(any coder: Given, as type: Wanted.Type) -> Wanted? {
  // Safe because the two types are one.
  Given.self == Wanted.self ? unsafeBitCast(coder, to: Wanted.self) : nil
}
