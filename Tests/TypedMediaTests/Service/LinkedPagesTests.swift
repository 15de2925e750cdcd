import Testing
import TypedMedia

/// Lists in which each page says where the next is.
@Suite struct LinkedPagesTests {
  private struct Item: Identifiable, Sendable {
    let id: Int
  }

  private func ids(
    _ pages: [String?: ([Int], String?)]
  ) async throws -> [Int] {
    let list = Pages<Item>(following: { cursor in
      let (ids, next) = pages[cursor] ?? ([], nil)
      return Pages.LinkedPage(ids.map(Item.init), next: next)
    })
    return try await list.reduce(into: []) { $0.append($1.id) }
  }

  @Test func eachPageLeadsToTheNext() async throws {
    #expect(
      try await ids([nil: ([1, 2], "b"), "b": ([], "c"), "c": ([2, 3], nil)]) == [1, 2, 3])
    #expect(try await ids([nil: ([], nil)]) == [])
  }

  @Test func aCursorThatLeadsNowhereEndsTheList() async throws {
    #expect(try await ids([nil: ([1], "b"), "b": ([2], "b")]) == [1, 2])
    #expect(try await ids([nil: ([1], "b"), "b": ([1], "c"), "c": ([1], "b")]) == [1])
  }
}
