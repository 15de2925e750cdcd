import Foundation

/// Asks before money is spent.
enum Confirmation {
  /// Goes on only when the answer is yes.
  static func ask(_ question: String) throws {
    print("\(question) [y/N] ", terminator: "")
    fflush(nil)
    guard let answer = readLine()?.lowercased(), ["y", "yes"].contains(answer) else {
      throw Stop("Nothing was spent on this.", status: 0)
    }
  }
}
