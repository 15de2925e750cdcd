/// The word that somebody may have meant who wrote another.
enum NearSpelling {
  /// What there is to add to a complaint: `; did you mean 'prompt'?`. Nothing where no word is near.
  static func advice(for word: String, among words: some Sequence<String>) -> String {
    nearest(to: word, among: words).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The word that is spelled most like `word`; `nil` where none is.
  static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let wanted = letters(of: word)
    let limit = max(1, wanted.count / 3)
    let distances = words.map { ($0, distance(wanted, letters(of: $0))) }
    return distances.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
  }

  /// What of a word makes it another: neither case, nor what joins its parts.
  private static func letters(of word: String) -> [Character] {
    word.lowercased().filter { !"-_ ".contains($0) }
  }

  /// The number of letters that have to be added, removed, changed or swapped with the next to make
  /// `second` of `first`.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    // What is much longer is another word, and names may be of any length.
    guard abs(first.count - second.count) < 8, first.count < 100 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var least = min(current[column], last[column + 1]) + 1
        least = min(least, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
