#if canImport(FoundationNetworking)
  import Dispatch
  import Foundation

  /// Runs what a session reports, one after the other.
  ///
  /// On Linux, a session makes an operation of each report, with its locks and observers; a call has three
  /// of them, and they were a fifteenth of its time. It reports from a serial queue, so that both this and a
  /// dispatch queue keep their order too.
  final class DelegateQueue: OperationQueue, @unchecked Sendable {
    /// `nil` to run a report where it is made.
    private let queue: DispatchQueue?

    /// - Parameter isPassing: Whether a report is run where it is made, in the queue that all sessions of the
    ///   process share. It then may neither wait for a task, as cancelling one does, nor call what is not
    ///   known to be short.
    init(isPassing: Bool) {
      queue = isPassing ? nil : DispatchQueue(label: "TypedMedia.DelegateQueue")
      super.init()
    }

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
      if let queue { queue.async(execute: block) } else { block() }
    }
  }
#endif
