public import Foundation

/// The addresses of fal's parts.
public struct FalAddresses: Hashable, Sendable {
  /// The queue, which takes requests and answers for them later
  /// (https://fal.ai/docs).
  public var queue: URL
  /// The address at which a quick model answers at once (https://fal.ai/docs).
  public var run: URL
  /// The platform: models, prices (https://fal.ai/docs).
  public var platform: URL
  /// The address to upload files to.
  public var storage: URL

  /// fal's own.
  public static let standard = FalAddresses(
    queue: address("https://queue.fal.run"), run: address("https://fal.run"),
    platform: address("https://api.fal.ai/v1"), storage: address("https://rest.fal.ai"))

  /// Creates addresses.
  public init(queue: URL, run: URL, platform: URL, storage: URL) {
    self.queue = queue
    self.run = run
    self.platform = platform
    self.storage = storage
  }

  /// All parts at one address, as a server that plays them has it: below it, each is in a folder of its name.
  public init(allBelow url: URL) {
    self.init(
      queue: url.appending(path: "queue"), run: url.appending(path: "run"),
      platform: url.appending(path: "platform"), storage: url.appending(path: "storage"))
  }

  private static func address(_ text: String) -> URL { URL(string: text) ?? URL(filePath: "/") }

  /// Tells whether the key may go to an address: it is one of fal's own servers, or of those that
  /// are meant here.
  func isOwn(_ address: URL) -> Bool {
    guard address.scheme == "https" || address.scheme == queue.scheme, let host = address.host
    else { return false }
    let own = [queue, run, platform, storage].compactMap(\.host)
    // The second has the queue where the first is not reached (https://fal.ai/docs).
    return own.contains(host) || ["queue.fal.run", "queue.falrun.com"].contains(host)
  }
}
