/// A list that a service gives page by page, without end of pages: each is asked for when the one before is
/// used up.
///
/// ```swift
/// for try await job in acme.jobs() where job.status == .failed { … }
/// ```
public struct Pages<Element: Identifiable & Sendable>: AsyncSequence, Sendable
where Element.ID: Sendable {
  /// One page.
  public struct Page: Sendable {
    /// What is on it.
    public var elements: [Element]
    /// Whether the service says that there is nothing behind it.
    public var isLast: Bool
    /// Whether the service says where the page begins, or how much there is in all: then another is asked
    /// for although this one has nothing new.
    public var isPlaced: Bool

    /// Creates a page.
    public init(_ elements: [Element], isLast: Bool, isPlaced: Bool) {
      self.elements = elements
      self.isLast = isLast
      self.isPlaced = isPlaced
    }
  }

  private let skipped: Int
  private let load: @Sendable (_ skipped: Int) async throws -> Page

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - skipped: How many to leave out.
  ///   - load: Asks for the page behind as many.
  public init(
    skipping skipped: Int = 0, load: @escaping @Sendable (_ skipped: Int) async throws -> Page
  ) {
    self.skipped = Swift.max(skipped, 0)
    self.load = load
  }

  /// Starts from the first.
  public func makeAsyncIterator() -> Iterator { Iterator(skipped: skipped, load: load) }

  /// Asks for a page when the one before is used up.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var skipped: Int
    fileprivate let load: @Sendable (_ skipped: Int) async throws -> Page
    private var page: ArraySlice<Element> = []
    /// What is new pushes others onto the next page, where they come a second time.
    private var seen: Set<Element.ID> = []
    private var hasEnded = false

    fileprivate init(
      skipped: Int, load: @escaping @Sendable (_ skipped: Int) async throws -> Page
    ) {
      self.skipped = skipped
      self.load = load
    }

    /// The next; `nil` after the last.
    ///
    /// - Throws: ``MediaError``, or `CancellationError`.
    public mutating func next() async throws -> Element? {
      while page.isEmpty, !hasEnded {
        let next = try await load(skipped)
        page = next.elements.filter { seen.insert($0.id).inserted }[...]
        skipped += next.elements.count
        // One that takes no notice of how many to skip sends the same again.
        hasEnded = next.elements.isEmpty || next.isLast || page.isEmpty && !next.isPlaced
      }
      return page.popFirst()
    }
  }
}
