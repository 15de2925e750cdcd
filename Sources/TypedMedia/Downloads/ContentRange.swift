/// The part of a file that an answer has: `bytes 50-99/100`.
struct ContentRange: Equatable {
  let first: Int64
  let last: Int64
  /// The length of the whole file; `nil` when the server does not say.
  let total: Int64?

  /// Reads the field; `nil` when it makes no sense.
  init?(_ text: String?) {
    guard let match = text?.wholeMatch(of: /[Bb]ytes +(\d+)-(\d+)\/(\d+|\*)/),
      let first = Int64(match.1), let last = Int64(match.2), first <= last, last < .max
    else { return nil }
    let total = Int64(match.3)
    guard match.3 == "*" || total.map({ last < $0 }) == true else { return nil }
    self.first = first
    self.last = last
    self.total = total
  }
}
