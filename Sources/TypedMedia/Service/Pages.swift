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
    /// The elements on it.
    public var elements: [Element]
    /// Tells whether the service says that there is nothing behind it.
    public var isLast: Bool
    /// Tells whether the service says where the page begins, or how much there is in all: then
    /// another is asked for although this one has nothing new.
    public var isPlaced: Bool

    /// Creates a page.
    public init(_ elements: [Element], isLast: Bool, isPlaced: Bool) {
      self.elements = elements
      self.isLast = isLast
      self.isPlaced = isPlaced
    }
  }

  /// Asks for one page after the other.
  fileprivate enum Source: Sendable {
    case counted(skipped: Int, @Sendable (_ skipped: Int) async throws -> Page)
    case linked(@Sendable (_ cursor: String?) async throws -> LinkedPage)
  }

  private let source: Source

  /// Creates a list whose pages are found by how much is in front of them.
  ///
  /// - Parameters:
  ///   - skipped: How many to leave out.
  ///   - load: Asks for the page behind as many.
  public init(
    skipping skipped: Int = 0, load: @escaping @Sendable (_ skipped: Int) async throws -> Page
  ) {
    source = .counted(skipped: Swift.max(skipped, 0), load)
  }

  /// Creates a list in which each page says where the next is.
  ///
  /// - Parameter load: Asks for the page at a cursor; `nil` is the first.
  public init(
    following load: @escaping @Sendable (_ cursor: String?) async throws -> LinkedPage
  ) {
    source = .linked(load)
  }

  /// One page that says where the next is.
  public struct LinkedPage: Sendable {
    /// The elements on it.
    public var elements: [Element]
    /// The place of the next page; `nil` on the last.
    public var next: String?

    /// Creates a page.
    public init(_ elements: [Element], next: String?) {
      self.elements = elements
      self.next = next
    }
  }

  /// Starts from the first.
  ///
  /// - Returns: An iterator.
  public func makeAsyncIterator() -> Iterator { Iterator(source) }

  /// Asks for a page when the one before is used up.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let source: Source
    /// The number of were that on the pages so far, beside those that were left out.
    private var count = 0
    private var cursor: String?
    private var page: ArraySlice<Element> = []
    /// What is new pushes others onto the next page, where they come a second time.
    private var seen: Set<Element.ID> = []
    /// The number of pages that in a row had nothing new.
    private var emptyPages = 0
    private var hasEnded = false

    fileprivate init(_ source: Source) { self.source = source }

    /// The next; `nil` after the last.
    ///
    /// - Returns: The next; `nil` after the last.
    /// - Throws: ``MediaError``, or `CancellationError`.
    public mutating func next() async throws -> Element? {
      while page.isEmpty, !hasEnded {
        switch source {
        case .counted(let skipped, let load):
          let next = try await load(skipped + count)
          take(next.elements)
          // One that takes no notice of how many to skip sends the same again.
          hasEnded = next.elements.isEmpty || next.isLast || page.isEmpty && !next.isPlaced
        case .linked(let load):
          let next = try await load(cursor)
          take(next.elements)
          // A cursor that leads nowhere new, or on and on, is none.
          hasEnded = next.next == nil || next.next == cursor || emptyPages >= 100
          cursor = next.next
        }
      }
      return page.popFirst()
    }

    private mutating func take(_ elements: [Element]) {
      count += elements.count
      page = elements.filter { seen.insert($0.id).inserted }[...]
      emptyPages = page.isEmpty ? emptyPages + 1 : 0
    }
  }
}
