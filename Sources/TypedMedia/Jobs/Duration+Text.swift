import Foundation

extension Duration {
  /// The duration for people: `0.12 seconds`, `900 seconds`.
  var text: String {
    let seconds = (self / .milliseconds(10)).rounded() / 100
    return seconds == seconds.rounded() && seconds.magnitude < 1e15
      ? "\(Int64(seconds)) seconds" : "\(seconds) seconds"
  }
}
