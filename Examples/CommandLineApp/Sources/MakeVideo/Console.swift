import Foundation

/// Whom the app talks to.
public struct Console: Sendable {
  /// Says something that stays.
  public var say: @Sendable (String) -> Void
  /// Shows something that the next thing replaces.
  public var show: @Sendable (String) -> Void
  /// Asks a question, and returns whether the answer is yes.
  public var ask: @Sendable (String) -> Bool

  /// Creates a console.
  public init(
    say: @escaping @Sendable (String) -> Void,
    show: @escaping @Sendable (String) -> Void,
    ask: @escaping @Sendable (String) -> Bool
  ) {
    self.say = say
    self.show = show
    self.ask = ask
  }

  /// The terminal. Where the output is none, nothing is shown that does not stay.
  static var terminal: Console {
    let isTerminal = isatty(1) == 1
    let clear = isTerminal ? "\r\u{1B}[2K" : ""
    return Console(
      say: { print(clear + $0) },
      show: { text in
        guard isTerminal else { return }
        print("\(clear)  \(text)", terminator: "")
        fflush(nil)
      },
      ask: { question in
        print("\(clear)\(question) [y/N] ", terminator: "")
        fflush(nil)
        return ["y", "yes"].contains(readLine()?.lowercased())
      })
  }
}
