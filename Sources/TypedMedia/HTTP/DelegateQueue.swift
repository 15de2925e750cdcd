#if canImport(FoundationNetworking)
  import Dispatch
  import Foundation

  /// Runs what a session reports, one after the other.
  ///
  /// On Linux, a session makes an operation of each report, with its locks and observers; a call has three
  /// of them, and they were a fifteenth of its time. A plain dispatch queue keeps their order too.
  final class DelegateQueue: OperationQueue, @unchecked Sendable {
    private let queue = DispatchQueue(label: "TypedMedia.DelegateQueue")

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
      queue.async(execute: block)
    }
  }
#endif
